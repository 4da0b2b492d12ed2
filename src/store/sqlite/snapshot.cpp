#include "store/sqlite/snapshot.h"

#include <sqlite3.h>

namespace aliprotect::store {

Snapshot::Snapshot(SQLite::Database& db) {
  const bool inside_change = sqlite3_get_autocommit(db.getHandle()) == 0;
  if (!inside_change) transaction_.emplace(db, SQLite::TransactionBehavior::DEFERRED);
}

}  // namespace aliprotect::store
