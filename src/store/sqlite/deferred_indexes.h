#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace aliprotect::store {

/// Indexes that no step of a change asks. One that is built at the end of a large change, from
/// sorted rows, costs a fraction of what it costs to keep it in order row by row. They are put
/// aside within the change's transaction, so that one that fails leaves them as they were.
class DeferredIndexes {
 public:
  explicit DeferredIndexes(SQLite::Database& db) : db_(db) {}

  bool are_dropped() const { return !sql_.empty(); }
  void drop_all();
  /// Builds those that were put aside.
  void rebuild();

 private:
  SQLite::Database& db_;
  std::vector<std::string> sql_;  ///< what makes each
};

}  // namespace aliprotect::store
