#include "store/order_reader.h"

#include "store/tables.h"

namespace aliprotect::store {

OrderReader::OrderReader(Database& db, std::string which, Rows rows)
    : statement_(
          db, [which = std::move(which)] { return select_columns<OrdersTable>() + " " + which; },
          rows) {}

bool OrderReader::next(Order& order) {
  RowReader row(statement_);
  if (!row.next_row()) return false;
  row(OrdersTable::key, order.id);
  OrdersTable::columns(order, row);
  return true;
}

std::optional<Order> OrderReader::only() {
  const ReaderGuard guard(*this);
  std::optional<Order> order(std::in_place);
  if (!next(*order)) order.reset();
  return order;
}

std::optional<Order> order_before(OrderReader& former, std::int64_t entry, OrderId id) {
  former.statement().bind(1, entry);
  former.statement().bind(2, id.value);
  return former.only();
}

}  // namespace aliprotect::store
