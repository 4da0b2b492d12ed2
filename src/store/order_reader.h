#pragma once

#include <optional>
#include <string>

#include "aliprotect/order.h"
#include "store/database.h"
#include "store/row.h"

namespace aliprotect::store {

/// Reads orders, one at a time, from `orders` or `former_orders`.
class OrderReader {
 public:
  /// `which` is SQL that follows the columns: `FROM orders WHERE id = $1`.
  OrderReader(Database& db, std::string which, Rows rows = Rows::few);

  /// For the parameters of `which`.
  Statement& statement() { return statement_; }
  /// Reads the next order into `order`, reusing its memory; returns false after the last one.
  bool next(Order& order);
  /// Returns the only order, and resets the statement.
  std::optional<Order> only();
  /// Resets the statement, so that it can run again.
  void finish() noexcept { statement_.reset(); }

 private:
  Statement statement_;
};

/// For `order_before`.
inline constexpr auto former_order = "FROM former_orders WHERE entry_id = $1 AND id = $2";
/// Returns the order from before the journal's entry; nullopt if there was none.
std::optional<Order> order_before(OrderReader& former, std::int64_t entry, OrderId id);

/// Calls `finish` at the end of its scope.
class ReaderGuard {
 public:
  explicit ReaderGuard(OrderReader& reader) : reader_(reader) {}
  ReaderGuard(const ReaderGuard&) = delete;
  ReaderGuard& operator=(const ReaderGuard&) = delete;
  ~ReaderGuard() { reader_.finish(); }

 private:
  OrderReader& reader_;
};

}  // namespace aliprotect::store
