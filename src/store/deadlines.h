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

/// The kind of the row that says when an order leaves the open ones by itself; no deadline of
/// anybody's.
inline constexpr std::string_view open_until_kind = "open_until";

/// A row of the derived table, without its order.
struct DeadlineRow {
  std::string_view kind;
  std::int64_t at;

  auto operator<=>(const DeadlineRow&) const = default;
};

/// The rows that an order has, sorted.
std::vector<DeadlineRow> deadline_rows(const Order& order, const Policy& policy);

/// Keeps the one derived table: what `schedule_of` and `open_until` say of an order, at every
/// instant.
class DeadlineWriter {
 public:
  explicit DeadlineWriter(const SQLite::Database& db);

  /// Writes the rows of an order that has none yet.
  void write(const Order& order, const Policy& policy);
  void rewrite(const Order& order, const Policy& policy);

 private:
  void insert(OrderId order, std::string_view kind, std::int64_t at);

  Statement delete_;
  Statement insert_;
};

}  // namespace aliprotect::store
