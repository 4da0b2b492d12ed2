#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "aliprotect/order.h"
#include "store/database.h"

namespace aliprotect::store {

/// Tells within one change which order numbers are certainly new, so that a large import does not
/// ask the store for each. It reads all numbers once, and takes 8 MiB then.
class NumberFilter {
 public:
  explicit NumberFilter(Database& db) : db_(db) {}

  /// Whether certainly no order has the number. `highest_id` is an estimate of the number of
  /// orders.
  bool is_new(const OrderNumber& number, std::int64_t highest_id);
  /// Adds the number of an order that was recorded in this change.
  void add(const OrderNumber& number);

 private:
  void read_numbers();
  void insert(std::string_view digits);

  Database& db_;
  std::int64_t questions_ = 0;
  std::vector<std::uint64_t> bits_;  ///< a Bloom filter; empty until the numbers are read
};

}  // namespace aliprotect::store
