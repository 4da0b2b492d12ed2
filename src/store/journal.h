#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"
#include "store/database.h"

namespace aliprotect::store {

/// An entry that can be undone.
struct UndoableEntry {
  std::int64_t number;
  std::int64_t highest_id;  ///< the highest id assigned before it
  bool is_newest;           ///< no later change is in effect
};

/// Returns the SQL condition that a row of `entries`, by its alias, is neither an undo nor undone.
std::string is_in_effect(const std::string& entries);

/// The entries of all changes, and the rows from before them, for `log` and `undo`. Nothing is ever
/// deleted.
class Journal {
 public:
  explicit Journal(Database& db);

  /// Writes an entry and returns its number. `undoes` is the entry that it undoes, if any. On a
  /// server, its author is the user that the server knows.
  std::int64_t write_entry(const ChangeLabel& label, std::int64_t highest_id,
                           std::optional<std::int64_t> undoes);
  /// Saves that an order is changed. Returns whether it is the first time in the entry; its row
  /// must then be saved as a former row.
  bool touch(std::int64_t entry, OrderId order);
  /// Saves that an order is new. No earlier step of the change removed one with its id.
  void insert_added(std::int64_t entry, OrderId order);
  /// The same, unless an earlier step has saved that an order with its id is changed.
  void save_added(std::int64_t entry, OrderId order);
  /// Like `touch`, for a rule set, which may be new.
  bool touch_rules(std::int64_t entry, const std::string& name, bool existed);
  /// Saves in `entry` the current rows of all that the entry `other` changed.
  void save_all_of(std::int64_t entry, std::int64_t other);
  /// Marks the numbers that orders had before `entry` and no longer have.
  void mark_ended_numbers(std::int64_t entry);

  /// Returns the last `count` entries that are in effect, newest first: of the user `by`, if given.
  std::vector<std::int64_t> last_in_effect(std::size_t count, const std::optional<std::string>& by);
  UndoableEntry undoable(std::int64_t entry);
  /// Restores rule sets and orders from before `entry`, but not the derived tables. Frees the ids
  /// that it assigned only if no later change can have assigned any.
  void restore(const UndoableEntry& entry);

 private:
  Database& db_;
  Statement touch_;
  Statement insert_added_;
};

}  // namespace aliprotect::store
