#pragma once

#include "aliprotect/store.h"
#include "store/engine.h"

namespace aliprotect::store {

/// Calls `visit` for the selected entries, newest first.
void read_journal(Engine& engine, const JournalSelection& selection,
                  const Store::VisitEntry& visit);

/// Whether an entry changed an order with this id.
bool is_in_journal(Database& db, OrderId id);
/// Returns the ids of the orders that had this number before and no longer have it.
std::vector<OrderId> ids_in_journal(Database& db, const OrderNumber& number);

}  // namespace aliprotect::store
