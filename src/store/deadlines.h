#pragma once

#include <SQLiteCpp/Database.h>

#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "aliprotect/protection.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// The kind of the row that says when an order stops being open; it is not a deadline.
inline constexpr std::string_view open_until_kind = "open_until";

/// A row of the table `deadlines`, without the order.
struct DeadlineRow {
  std::string_view kind;
  std::int64_t at;

  auto operator<=>(const DeadlineRow&) const = default;
};

/// Returns the rows of an order, sorted.
std::vector<DeadlineRow> deadline_rows(const Order& order, const Policy& policy);

/// Writes the table `deadlines`: the results of `schedule_of` and `open_until` for each order.
class DeadlineWriter {
 public:
  explicit DeadlineWriter(const SQLite::Database& db);

  /// Writes the rows of an order without rows.
  void write(const Order& order, const Policy& policy);
  void rewrite(const Order& order, const Policy& policy);

 private:
  void insert(OrderId order, std::string_view kind, std::int64_t at);

  Statement delete_;
  Statement insert_;
};

}  // namespace aliprotect::store
