#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <optional>

namespace aliprotect::store {

/// One view of the store for several statements; inside a change, that change's.
class Snapshot {
 public:
  explicit Snapshot(SQLite::Database& db);

 private:
  std::optional<SQLite::Transaction> transaction_;
};

}  // namespace aliprotect::store
