#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace aliprotect::store {

/// Indexes that no step of a change uses. In a large change it is much faster to drop them and
/// build them again at the end than to update them row by row. This happens within the change's
/// transaction, so a failed change keeps them.
class DeferredIndexes {
 public:
  explicit DeferredIndexes(SQLite::Database& db) : db_(db) {}

  bool are_dropped() const { return !sql_.empty(); }
  void drop_all();
  /// Builds the dropped indexes.
  void rebuild();

 private:
  SQLite::Database& db_;
  std::vector<std::string> sql_;  ///< CREATE INDEX statements
};

}  // namespace aliprotect::store
