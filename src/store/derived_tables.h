#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/policy.h"
#include "aliprotect/protection.h"
#include "store/database.h"

namespace aliprotect::store {

/// A row of the table `deadlines` or `states`, without the order.
struct DerivedRow {
  std::string_view kind;  ///< of the deadline, or the state
  std::int64_t at;

  auto operator<=>(const DerivedRow&) const = default;
};

/// The rows of an order in the derived tables. `deadlines` are the results of `schedule_of`.
/// `states` has `open`, with the time when the order stops being open if no fact is recorded;
/// `disputed`, with the time when the open dispute was opened; and `claimed`, with the time when
/// the carrier or the site first claimed a delivery or completion.
struct DerivedRows {
  DerivedRows(const Order& order, const Policy& policy);

  std::vector<DerivedRow> deadlines;  ///< sorted, without duplicates
  std::vector<DerivedRow> states;     ///< sorted
};

/// Returns the order's rows of `tags`, sorted.
std::vector<std::string_view> tag_rows(const Order& order);

/// Writes the derived tables.
class DerivedWriter {
 public:
  explicit DerivedWriter(Database& db);

  /// Writes the rows of an order without rows.
  void write(const Order& order, const Policy& policy);
  void rewrite(const Order& order, const Policy& policy);
  void remove(OrderId order);

 private:
  static void insert(Statement& statement, OrderId order, const std::vector<DerivedRow>& rows);

  Statement delete_deadlines_;
  Statement delete_states_;
  Statement delete_tags_;
  Statement insert_deadline_;
  Statement insert_state_;
  Statement insert_tag_;
};

}  // namespace aliprotect::store
