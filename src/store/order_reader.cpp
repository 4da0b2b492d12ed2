#include "store/order_reader.h"

#include <vector>

namespace aliprotect::store {
namespace {

template <typename Table>
void read_list(Rows<Table>& rows, OrderId order, Lists lists,
               std::vector<typename Table::Facts>& list) {
  list.clear();
  rows.go_to(order, lists);
  for (; rows.stands_on(order); rows.step()) rows.read(list.emplace_back());
}

void read_evidence(Rows<EvidenceTable>& rows, OrderId order, Lists lists,
                   std::vector<Dispute>& disputes) {
  rows.go_to(order, lists);
  for (; rows.stands_on(order); rows.step()) {
    const auto dispute = static_cast<std::size_t>(rows.dispute());
    if (dispute >= disputes.size()) throw damaged_value("dispute", std::to_string(dispute));
    rows.read(disputes[dispute].evidence.emplace_back());
  }
}

}  // namespace

// Nearly every order has a parcel: merged, they cost less than looked up one by one.
OrderReader::OrderReader(const SQLite::Database& db, Scope orders, Scope rest)
    : orders_(db, orders),
      tags_(db, rest),
      parcels_(db, orders == Scope::chosen && rest == Scope::one ? Scope::chosen : rest),
      extensions_(db, rest),
      disputes_(db, rest),
      evidence_(db, rest),
      notes_(db, rest) {}

void OrderReader::each_rows(auto&& visit) {
  visit(orders_);
  visit(tags_);
  visit(parcels_);
  visit(extensions_);
  visit(disputes_);
  visit(evidence_);
  visit(notes_);
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
  each_rows([](auto& rows) {
    if (rows.scope() != Scope::one) rows.step();
  });
}

bool OrderReader::next(Order& order) {
  if (!orders_.stands()) return false;
  order.id = orders_.id();
  orders_.read(order);
  const Lists lists = orders_.lists();
  read_list(tags_, order.id, lists, order.tags);
  read_list(parcels_, order.id, lists, order.parcels);
  read_list(extensions_, order.id, lists, order.extensions);
  read_list(disputes_, order.id, lists, order.disputes);
  read_evidence(evidence_, order.id, lists, order.disputes);
  read_list(notes_, order.id, lists, order.notes);
  orders_.step();
  return true;
}

void OrderReader::finish() noexcept {
  each_rows([](auto& rows) { rows.statement().reset(); });
}

}  // namespace aliprotect::store
