#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <optional>
#include <vector>

#include "aliprotect/order.h"
#include "aliprotect/store.h"

namespace aliprotect::store {

/// One change of the store: made by one command, taken back as one.
struct Entry {
  std::int64_t id;
  ChangeLabel label;
  std::int64_t highest_id;  ///< the highest id given before it
};

/// What every change replaced, so that it can be taken back. It only ever grows.
class Journal {
 public:
  explicit Journal(SQLite::Database& db);

  /// Writes an entry, of an undo where `undoes` is the one taken back; returns its id.
  std::int64_t write_entry(const ChangeLabel& label, std::int64_t highest_id,
                           std::optional<std::int64_t> undoes);
  /// Keeps what is recorded of an order, or that it is new. Only the first call for an order
  /// counts.
  void keep(std::int64_t entry, OrderId order);
  void keep_new(std::int64_t entry, OrderId order);

  /// The last entry that is no undo and was not undone.
  std::optional<Entry> last_standing();
  std::vector<OrderId> orders_of(std::int64_t entry);
  /// Puts the facts of its orders, and the ids to be given next, back to what they were before
  /// `entry`.
  void restore(const Entry& entry);

 private:
  SQLite::Database& db_;
  SQLite::Statement keep_;
  SQLite::Statement keep_new_;
};

}  // namespace aliprotect::store
