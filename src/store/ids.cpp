#include "store/ids.h"

#include "aliprotect/error.h"

namespace aliprotect::store {

std::int64_t highest_id_given(Database& db) {
  Statement highest(db, "SELECT value FROM counters WHERE name = 'highest_id'");
  return highest.step() ? highest.number(0) : 0;
}

void set_highest_id(Database& db, std::int64_t id) {
  Statement set(db, R"(
    INSERT INTO counters (name, value)
    VALUES ('highest_id', $1)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value
  )");
  set.bind(1, id);
  set.run();
}

/// An id is free if no order has it, and the last change of an order with the id, if it is in
/// effect, removed the order with the same number.
Ids::Ids(Database& db, DeferredIndexes& indexes)
    : indexes_(indexes),
      is_free_(db, R"(
        SELECT
          NOT EXISTS (SELECT 1 FROM orders WHERE orders.id = $1)
          AND coalesce((
            SELECT coalesce(former_orders.number = $2, FALSE)
            FROM changes
              JOIN entries ON entries.id = changes.entry_id
              LEFT JOIN former_orders
                ON former_orders.entry_id = changes.entry_id AND former_orders.id = changes.order_id
            WHERE changes.order_id = $1
              AND entries.undoes IS NULL
              AND NOT EXISTS (SELECT 1 FROM entries AS undo WHERE undo.undoes = changes.entry_id)
            ORDER BY changes.entry_id DESC
            LIMIT 1
          ), TRUE)
      )"),
      highest_before_(highest_id_given(db)) {}

OrderId Ids::id_for(const Order& order) {
  const OrderId following{highest_ + 1};
  const bool is_valid = order.id >= first_id && order.id <= last_id;
  if (is_valid && (order.id >= following || is_free(order.id, order.number))) return order.id;
  return following <= last_id ? following : next_gap();
}

bool Ids::is_free(OrderId id, const OrderNumber& number) {
  indexes_.build("changes_by_order");
  is_free_.bind(1, id.value);
  is_free_.bind(2, number.text());
  is_free_.step();
  const bool free = is_free_.number(0) != 0;
  is_free_.reset();
  return free;
}

OrderId Ids::next_gap() {
  for (; gap_ <= last_id; ++gap_.value) {
    if (is_free(gap_, OrderNumber())) return gap_;
  }
  throw UserError("all ids up to " + std::to_string(last_id.value) +
                  " are used; start another store with --db FILE");
}

}  // namespace aliprotect::store
