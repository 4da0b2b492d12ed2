#include "store/ids.h"

#include "aliprotect/error.h"

namespace aliprotect::store {

std::int64_t highest_id_given(const SQLite::Database& db) {
  Statement highest(db, "SELECT seq FROM sqlite_sequence WHERE name = 'orders'");
  return highest.step() ? highest.number(0) : 0;
}

Ids::Ids(const SQLite::Database& db)
    : is_free_(db, R"(
        SELECT
          NOT EXISTS (SELECT 1 FROM orders WHERE orders.id = :id)
          AND coalesce((
            SELECT json_extract(changes.before, '$.orders[0].number') IS :number
            FROM changes
              JOIN entries ON entries.id = changes.entry_id
            WHERE changes.order_id = :id
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
