#include "store/order_reader.h"

#include <vector>

namespace aliprotect::store {
namespace {

template <typename Table>
void read_list(Rows<Table>& rows, OrderId order, std::vector<typename Table::Facts>& list) {
  list.clear();
  for (; rows.stands_on(order); rows.step()) rows.read(list.emplace_back());
}

void read_evidence(Rows<EvidenceTable>& rows, OrderId order, std::vector<Dispute>& disputes) {
  for (; rows.stands_on(order); rows.step()) {
    const auto dispute = static_cast<std::size_t>(rows.dispute());
    if (dispute >= disputes.size()) throw damaged_value("dispute", std::to_string(dispute));
    rows.read(disputes[dispute].evidence.emplace_back());
  }
}

}  // namespace

OrderReader::OrderReader(const SQLite::Database& db, Scope scope)
    : orders_(db, scope),
      tags_(db, scope),
      parcels_(db, scope),
      extensions_(db, scope),
      disputes_(db, scope),
      evidence_(db, scope),
      notes_(db, scope) {}

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
  each_rows([&](auto& rows) {
    rows.statement().reset();
    rows.statement().bind(1, first.value);
    rows.statement().bind(2, last.value);
  });
  each_rows([](auto& rows) { rows.step(); });
}

void OrderReader::start() {
  each_rows([](auto& rows) { rows.statement().reset(); });
  each_rows([](auto& rows) { rows.step(); });
}

void OrderReader::start_image(std::int64_t entry, OrderId order) {
  each_rows([&](auto& rows) {
    rows.statement().reset();
    rows.statement().bind(1, entry);
    rows.statement().bind(2, order.value);
  });
  each_rows([](auto& rows) { rows.step(); });
}

bool OrderReader::next(Order& order) {
  if (!orders_.stands()) return false;
  order.id = orders_.id();
  orders_.read(order);
  read_list(tags_, order.id, order.tags);
  read_list(parcels_, order.id, order.parcels);
  read_list(extensions_, order.id, order.extensions);
  read_list(disputes_, order.id, order.disputes);
  read_evidence(evidence_, order.id, order.disputes);
  read_list(notes_, order.id, order.notes);
  orders_.step();
  return true;
}

void OrderReader::finish() noexcept {
  each_rows([](auto& rows) { rows.statement().reset(); });
}

}  // namespace aliprotect::store
