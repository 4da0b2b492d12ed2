#include "store/lists.h"

#include "store/columns.h"

namespace aliprotect::store {

Lists lists_of(const Order& order) {
  Lists lists;
  const auto add = [&](Lists list, const auto& rows) {
    if (!rows.empty()) lists.bits |= list.bits;
  };
  for_each_list([&]<typename Table>(Table) { add(Table::list, Table::rows(order)); });
  for (const Dispute& dispute : order.disputes) add(EvidenceTable::list, dispute.evidence);
  return lists;
}

}  // namespace aliprotect::store
