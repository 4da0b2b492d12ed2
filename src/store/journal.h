#pragma once

#include <SQLiteCpp/Database.h>

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// An entry that can be undone.
struct UndoableEntry {
  std::int64_t number;
  std::int64_t highest_id;  ///< the highest id assigned before it
};

/// The entries and before-images of all changes, for `log` and `undo`. Nothing is ever deleted.
class Journal {
 public:
  explicit Journal(SQLite::Database& db);

  /// Writes an entry and returns its number. `undoes` is the entry that it undoes, if any.
  std::int64_t write_entry(const ChangeLabel& label, std::int64_t highest_id,
                           std::optional<std::int64_t> undoes);
  /// Saves the before-image of an order, or that the orders from `first` to `last` are new. Only
  /// the first call for an order has an effect.
  void save(std::int64_t entry, OrderId order);
  void save_added(std::int64_t entry, OrderId first, OrderId last);
  /// Saves the before-image of a rule set, or that it is new.
  void save_rules(std::int64_t entry, const std::string& name);
  /// Saves in `entry` the before-images of all that the entry `other` changed.
  void save_all_of(std::int64_t entry, std::int64_t other);
  /// Saves the numbers that orders had before `entry` and no longer have.
  void save_former_numbers(std::int64_t entry);

  /// Returns the last `count` entries that are not an undo and not undone, newest first.
  std::vector<UndoableEntry> last_undoable(std::size_t count);
  /// Restores rule sets, facts of orders and the next id from before `entry`.
  void restore(const UndoableEntry& entry);

 private:
  SQLite::Database& db_;
  Statement save_;
  Statement save_added_;
};

}  // namespace aliprotect::store
