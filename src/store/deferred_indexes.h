#pragma once

#include <string>
#include <vector>

#include "store/database.h"

namespace aliprotect::store {

/// Indexes that no step of a change uses. In a large change it is much faster to drop them and
/// build them again at the end than to update them row by row. This happens within the change's
/// transaction, so a failed change keeps them.
class DeferredIndexes {
 public:
  explicit DeferredIndexes(Database& db) : db_(db) {}

  bool are_dropped() const { return !sql_.empty(); }
  void drop_all() { sql_ = db_.drop_deferrable_indexes(); }
  /// Builds the dropped indexes.
  void rebuild() {
    for (const std::string& sql : sql_) db_.execute(sql);
    sql_.clear();
  }

 private:
  Database& db_;
  std::vector<std::string> sql_;  ///< CREATE INDEX statements
};

}  // namespace aliprotect::store
