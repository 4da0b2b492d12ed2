#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

#include <optional>

namespace aliprotect::store {

/// A read transaction for several statements; inside a change it does nothing.
class Snapshot {
 public:
  explicit Snapshot(SQLite::Database& db);

 private:
  std::optional<SQLite::Transaction> transaction_;
};

}  // namespace aliprotect::store
