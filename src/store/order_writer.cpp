#include "store/order_writer.h"

#include <vector>

#include "aliprotect/error.h"

namespace aliprotect::store {
namespace {

template <typename Table>
void insert_list(RowsWriter<Table>& rows, OrderId order,
                 const std::vector<typename Table::Facts>& list) {
  for (std::int64_t position = 0; const auto& facts : list) rows.insert(facts, order, position++);
}

template <typename Table>
void replace_list(RowsWriter<Table>& rows, OrderId order,
                  const std::vector<typename Table::Facts>& before,
                  const std::vector<typename Table::Facts>& after) {
  if (after == before) return;
  if (!before.empty()) rows.remove(order);
  insert_list(rows, order, after);
}

void insert_disputes(RowsWriter<DisputesTable>& disputes, RowsWriter<EvidenceTable>& evidence,
                     const Order& order) {
  for (std::int64_t position = 0; const Dispute& dispute : order.disputes) {
    disputes.insert(dispute, order.id, position);
    for (std::int64_t place = 0; const Evidence& item : dispute.evidence) {
      evidence.insert(item, order.id, position, place++);
    }
    ++position;
  }
}

/// Looks at each text among the facts that it is called with.
struct NulSearch {
  bool found = false;

  void operator()(std::string_view, const auto&) {}
  void operator()(std::string_view, const std::string& text) {
    found = found || text.find('\0') != std::string::npos;
  }
  void operator()(std::string_view name, const std::optional<std::string>& text) {
    if (text) (*this)(name, *text);
  }
};

}  // namespace

OrderWriter::OrderWriter(const SQLite::Database& db)
    : orders_(db),
      tags_(db),
      parcels_(db),
      extensions_(db),
      disputes_(db),
      evidence_(db),
      notes_(db) {}

void OrderWriter::insert(const Order& order) {
  orders_.insert(order, order.id);
  insert_list(tags_, order.id, order.tags);
  insert_list(parcels_, order.id, order.parcels);
  insert_list(extensions_, order.id, order.extensions);
  insert_disputes(disputes_, evidence_, order);
  insert_list(notes_, order.id, order.notes);
}

void OrderWriter::replace(const Order& before, const Order& after) {
  orders_.put(after, after.id);
  replace_list(tags_, after.id, before.tags, after.tags);
  replace_list(parcels_, after.id, before.parcels, after.parcels);
  replace_list(extensions_, after.id, before.extensions, after.extensions);
  if (after.disputes != before.disputes) {
    disputes_.remove(after.id);  // their evidence goes with them
    insert_disputes(disputes_, evidence_, after);
  }
  replace_list(notes_, after.id, before.notes, after.notes);
}

void OrderWriter::remove(OrderId order) { orders_.remove(order); }

void refuse_nul(const Order& order) {
  NulSearch search;
  const auto search_list = [&]<typename Table>(Table, const auto& list) {
    for (const auto& facts : list) Table::columns(facts, search);
  };
  OrdersTable::columns(order, search);
  search_list(TagsTable{}, order.tags);
  search_list(ParcelsTable{}, order.parcels);
  search_list(DisputesTable{}, order.disputes);
  for (const Dispute& dispute : order.disputes) search_list(EvidenceTable{}, dispute.evidence);
  search_list(NotesTable{}, order.notes);
  if (search.found) {
    throw UserError("A text of order " + order.number.text() +
                    " has a NUL character, which cannot be recorded: remove it");
  }
}

void refuse_nul(const Policy& policy) {
  NulSearch search;
  RuleSetsTable::columns(policy, search);
  if (search.found) {
    throw UserError("A text of rule set " + policy.name +
                    " has a NUL character, which cannot be recorded: remove it");
  }
}

}  // namespace aliprotect::store
