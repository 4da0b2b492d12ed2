#include "store/order_reader.h"

#include <vector>

namespace aliprotect::store {
namespace {

template <typename Table>
void read_list(Rows<Table>& rows, OrderId order, Lists lists,
               std::vector<typename Table::Facts>& list) {
  list.clear();
  rows.go_to(order, lists);
  for (; rows.seek(order); rows.step()) rows.read(list.emplace_back());
}

void read_evidence(Rows<EvidenceTable>& rows, OrderId order, Lists lists,
                   std::vector<Dispute>& disputes) {
  rows.go_to(order, lists);
  for (; rows.seek(order); rows.step()) {
    const auto dispute = static_cast<std::size_t>(rows.dispute());
    if (dispute >= disputes.size()) throw damaged_value("dispute", std::to_string(dispute));
    rows.read(disputes[dispute].evidence.emplace_back());
  }
}

/// Nearly every order has a parcel, so merging parcels is faster than looking them up.
template <typename Table>
constexpr Scope scope_of(Scope orders, Scope rest) {
  const bool is_merged = std::is_same_v<Table, ParcelsTable> && orders == Scope::chosen;
  return is_merged && rest == Scope::one ? Scope::chosen : rest;
}

}  // namespace

template <typename... Tables>
OrderReader::ListRows<Tables...>::ListRows(const SQLite::Database& db, Scope orders, Scope rest)
    : Rows<Tables>(db, scope_of<Tables>(orders, rest))... {}

OrderReader::OrderReader(const SQLite::Database& db, Scope orders, Scope rest)
    : orders_(db, orders), lists_(db, orders, rest), evidence_(db, rest) {}

void OrderReader::each_rows(auto&& visit) {
  visit(orders_);
  for_each_list([&]<typename Table>(Table) { visit(lists_.of<Table>()); });
  visit(evidence_);
}

void OrderReader::start(OrderId first, OrderId last) {
  finish();
  each_rows([&](auto& rows) {
    if (rows.scope() != Scope::range) return;
    rows.statement().bind(1, first.value);
    rows.statement().bind(2, last.value);
  });
  begin();
}

void OrderReader::start() {
  finish();
  begin();
}

void OrderReader::start_image(std::int64_t entry, OrderId order) {
  finish();
  each_rows([&](auto& rows) {
    rows.statement().bind(1, entry);
    rows.statement().bind(2, order.value);
  });
  begin();
}

void OrderReader::begin() {
  orders_.step();
  const auto begin_rows = [](auto& rows) {
    if (!rows.is_looked_up()) rows.step();
  };
  for_each_list([&]<typename Table>(Table) { begin_rows(lists_.of<Table>()); });
  begin_rows(evidence_);
}

bool OrderReader::next(Order& order) {
  if (!orders_.has_row()) return false;
  order.id = orders_.id();
  orders_.read(order);
  const Lists lists = orders_.lists();
  for_each_list([&]<typename Table>(Table) {
    read_list(lists_.of<Table>(), order.id, lists, Table::rows(order));
  });
  read_evidence(evidence_, order.id, lists, order.disputes);
  orders_.step();
  return true;
}

std::optional<Order> OrderReader::image(std::int64_t entry, OrderId id) {
  const ReaderGuard guard(*this);
  start_image(entry, id);
  Order order;
  if (!next(order)) return std::nullopt;
  return order;
}

void OrderReader::finish() noexcept {
  each_rows([](auto& rows) { rows.statement().reset(); });
}

}  // namespace aliprotect::store
