#pragma once

#include "aliprotect/store.h"
#include "store/sqlite/engine.h"

namespace aliprotect::store {

/// Visits the selected entries of the journal, newest first.
void read_journal(Engine& engine, const JournalSelection& selection,
                  const Store::VisitEntry& visit);

/// Whether an entry touched an order with this id.
bool is_in_journal(SQLite::Database& db, OrderId id);
/// The ids under which orders with this number were touched.
std::vector<OrderId> ids_in_journal(SQLite::Database& db, const OrderNumber& number);

}  // namespace aliprotect::store
