#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "store/database.h"

namespace aliprotect::store {

/// Indexes that steps of a change do not need. In a large change it is much faster to drop them and
/// build them again at the end than to update them row by row. This happens within the change's
/// transaction, so a failed change keeps them.
class DeferredIndexes {
 public:
  explicit DeferredIndexes(Database& db) : db_(db) {}

  /// Drops all but `kept`. Does nothing if the change has dropped them before.
  void drop(std::string_view kept = {}) {
    if (std::exchange(were_dropped_, true)) return;
    sql_ = db_.drop_deferrable_indexes(kept);
  }
  /// Builds a dropped index, because the next step needs it.
  void build(std::string_view name) {
    const auto index = std::find_if(sql_.begin(), sql_.end(), [name](const std::string& sql) {
      return sql.find(name) != std::string::npos;
    });
    if (index == sql_.end()) return;
    db_.execute(*index);
    sql_.erase(index);
  }
  /// Builds the dropped indexes.
  void build_all() {
    for (const std::string& sql : sql_) db_.execute(sql);
    sql_.clear();
  }

 private:
  Database& db_;
  bool were_dropped_ = false;
  std::vector<std::string> sql_;  ///< CREATE INDEX statements
};

}  // namespace aliprotect::store
