#include "store/lists.h"

#include <algorithm>

#include "store/columns.h"

namespace aliprotect::store {
namespace {

bool has_evidence(const Dispute& dispute) { return !dispute.evidence.empty(); }

}  // namespace

Lists lists_of(const Order& order) {
  Lists lists;
  const auto note = [&](Lists list, bool has_rows) {
    if (has_rows) lists.bits |= list.bits;
  };
  note(TagsTable::list, !order.tags.empty());
  note(ParcelsTable::list, !order.parcels.empty());
  note(ExtensionsTable::list, !order.extensions.empty());
  note(DisputesTable::list, !order.disputes.empty());
  note(EvidenceTable::list,
       std::any_of(order.disputes.begin(), order.disputes.end(), has_evidence));
  note(NotesTable::list, !order.notes.empty());
  return lists;
}

}  // namespace aliprotect::store
