#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"

namespace aliprotect::store {

/// Selects the orders with :after < deadline <= :until.
inline constexpr std::string_view due_orders = R"(
  SELECT order_id
  FROM deadlines
  WHERE kind <> 'open_until' AND at > :after AND at <= :until
)";

/// Selects the orders that closed automatically with :lapsed_after < time <= :lapsed_until and were
/// not completely delivered.
inline constexpr std::string_view lapsed_orders = R"(
  SELECT order_id
  FROM deadlines AS lapsed
  WHERE kind = 'open_until' AND at > :lapsed_after AND at <= :lapsed_until
    AND (NOT EXISTS (SELECT 1 FROM parcels WHERE order_id = lapsed.order_id)
      OR EXISTS (
        SELECT 1 FROM parcels WHERE order_id = lapsed.order_id AND delivered_at IS NULL))
)";

/// Selects the orders that are open at :open_at if no further fact is recorded, and some that are
/// not: orders that are done, and those whose money would be lost only later.
inline constexpr std::string_view open_orders = R"(
  SELECT order_id
  FROM deadlines
  WHERE kind = 'open_until' AND at > :open_at
  UNION
  SELECT order_id
  FROM deadlines
  WHERE kind = 'chargeback' AND at > :open_at
)";

/// Whether it selects all orders.
bool is_unlimited(const Selection& selection);

/// Returns SQL for the ids of the selected orders. Conditions on deadlines do not exclude orders of
/// `changed_rules`, whose deadlines are not recalculated yet.
std::string selected_ids(const Selection& selection, const std::vector<std::string>& changed_rules);

/// Whether the selection can match an ended order, which is neither open nor due.
bool may_match_ended(const Selection& selection);
/// Whether the before-image of `order` in `entry` matches the selection.
bool matches(SQLite::Database& db, const Selection& selection, std::int64_t entry, OrderId order);

/// Creates the temporary table of ids for `Scope::chosen` if it does not exist. Each function
/// `choose…` replaces its contents.
void make_chosen(SQLite::Database& db);
void choose(SQLite::Database& db, const Selection& selection,
            const std::vector<std::string>& changed_rules);
void choose(SQLite::Database& db, const OrderId* first, std::size_t count);
/// The first and the last chosen id.
struct IdRange {
  OrderId first;
  OrderId last;
};
/// Returns the range of the chosen ids if they are so dense that reading all rows in it is faster
/// than looking up the rows of each order.
std::optional<IdRange> dense_range(SQLite::Database& db);
void choose_changed_by(SQLite::Database& db, std::int64_t entry);
void choose_by_rules(SQLite::Database& db, const std::string& rules);

}  // namespace aliprotect::store
