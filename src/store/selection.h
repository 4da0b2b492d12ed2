#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"

namespace aliprotect::store {

/// The orders with a deadline after :after, up to :until.
inline constexpr std::string_view due_orders = R"(
  SELECT order_id
  FROM deadlines
  WHERE kind <> 'open_until' AND at > :after AND at <= :until
)";

/// The orders that closed by themselves after :lapsed_after, up to :lapsed_until, and whose goods
/// have not all come.
inline constexpr std::string_view lapsed_orders = R"(
  SELECT order_id
  FROM deadlines AS lapsed
  WHERE kind = 'open_until' AND at > :lapsed_after AND at <= :lapsed_until
    AND (NOT EXISTS (SELECT 1 FROM parcels WHERE order_id = lapsed.order_id)
      OR EXISTS (
        SELECT 1 FROM parcels WHERE order_id = lapsed.order_id AND delivered_at IS NULL))
)";

/// The orders that are still open at :open_at, as far as no fact is recorded until then.
inline constexpr std::string_view open_orders = R"(
  SELECT order_id
  FROM deadlines
  WHERE kind = 'open_until' AND at > :open_at
)";

/// Whether it asks for every order.
bool is_unlimited(const Selection& selection);

/// The ids of the selected orders, as one statement. Orders under `changed_rules`, whose deadlines
/// were not yet derived anew, are among them whatever their deadlines say.
std::string selected_ids(const Selection& selection, const std::vector<std::string>& changed_rules);

/// Whether an order that is gone can be among the selected: it is neither open nor due.
bool may_match_ended(const Selection& selection);
/// Whether `order` as the entry keeps it fits a selection among which it can be.
bool matches(SQLite::Database& db, const Selection& selection, std::int64_t entry, OrderId order);

/// The temporary table of ids that a reader of `Scope::chosen` reads, where it is not there yet.
void make_chosen(SQLite::Database& db);
void choose(SQLite::Database& db, const Selection& selection,
            const std::vector<std::string>& changed_rules);
void choose(SQLite::Database& db, const OrderId* first, std::size_t count);
/// The first and the last chosen order, where they stand so close together that to read past the
/// rows of the others is faster than to look for those of each.
struct IdRange {
  OrderId first;
  OrderId last;
};
std::optional<IdRange> dense_range(SQLite::Database& db);
void choose_changed_by(SQLite::Database& db, std::int64_t entry);
void choose_by_rules(SQLite::Database& db, const std::string& rules);

}  // namespace aliprotect::store
