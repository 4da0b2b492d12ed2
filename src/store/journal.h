#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// An entry that an undo would take back.
struct UndoableEntry {
  std::int64_t number;
  std::int64_t highest_id;  ///< the highest id given before it
};

/// What every change replaced, so that it can be told and taken back. It only ever grows.
class Journal {
 public:
  explicit Journal(SQLite::Database& db);

  /// Writes an entry, of an undo where `undoes` is the one taken back; returns its number.
  std::int64_t write_entry(const ChangeLabel& label, std::int64_t highest_id,
                           std::optional<std::int64_t> undoes);
  /// Keeps what is recorded of an order, or that all those from `first` to `last` are new. Only the
  /// first call for an order counts.
  void save(std::int64_t entry, OrderId order);
  void save_added(std::int64_t entry, OrderId first, OrderId last);
  /// The same of a rule set, new or not.
  void save_rules(std::int64_t entry, const std::string& name);
  /// Keeps, for `entry`, what is recorded of everything that the entry `other` touched.
  void save_all_of(std::int64_t entry, std::int64_t other);
  /// Keeps which numbers the orders that `entry` touched had before it and have no longer.
  void save_former_numbers(std::int64_t entry);

  /// The last `count` entries that are no undo and were not undone, the last one first.
  std::vector<UndoableEntry> last_undoable(std::size_t count);
  /// Puts rule sets, the facts of orders, and the ids to be given next, back to what they were
  /// before `entry`.
  void restore(const UndoableEntry& entry);

 private:
  SQLite::Database& db_;
  Statement save_;
  Statement save_added_;
};

}  // namespace aliprotect::store
