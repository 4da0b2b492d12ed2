#include "store/order_writer.h"

#include <vector>

#include "aliprotect/error.h"
#include "store/texts.h"

namespace aliprotect::store {
namespace {

bool has_nul(const auto& facts) {
  bool found = false;
  for_each_text(facts, [&](std::string_view, const std::string& text) {
    found = found || text.find('\0') != std::string::npos;
  });
  return found;
}

}  // namespace

OrderWriter::OrderWriter(const SQLite::Database& db) : orders_(db), lists_(db), evidence_(db) {}

template <typename Table>
void OrderWriter::insert_list(const Order& order) {
  RowsWriter<Table>& writer = lists_.of<Table>();
  for (std::int64_t position = 0; const auto& facts : Table::rows(order)) {
    writer.insert(facts, order.id, position);
    if constexpr (std::is_same_v<Table, DisputesTable>) {
      for (std::int64_t place = 0; const Evidence& item : facts.evidence)
        evidence_.insert(item, order.id, position, place++);
    }
    ++position;
  }
}

void OrderWriter::insert(const Order& order) {
  orders_.insert(order, order.id);
  for_each_list([&]<typename Table>(Table) { insert_list<Table>(order); });
}

void OrderWriter::replace(const Order& before, const Order& after) {
  orders_.upsert(after, after.id);
  for_each_list([&]<typename Table>(Table) {
    if (Table::rows(after) == Table::rows(before)) return;
    // Deleting disputes also deletes their evidence.
    if (!Table::rows(before).empty()) lists_.of<Table>().remove(after.id);
    insert_list<Table>(after);
  });
}

void OrderWriter::remove(OrderId order) { orders_.remove(order); }

void refuse_nul(const Order& order) {
  if (!has_nul(order)) return;
  throw UserError("order " + order.number.text() + ": a text contains a NUL character; remove it");
}

void refuse_nul(const Policy& policy) {
  if (!has_nul(policy)) return;
  throw UserError("rule set " + policy.name + ": a text contains a NUL character; remove it");
}

}  // namespace aliprotect::store
