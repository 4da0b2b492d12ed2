#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/error.h"

/// The database as the store sees it. A driver (store/sqlite, store/postgresql) implements
/// `PreparedStatement` and `Database`.
namespace aliprotect::store {

/// A failure of the database. The driver turns it into a StoreError.
class DbError : public std::runtime_error {
 public:
  enum class Kind { damaged, other };

  DbError(Kind kind, const std::string& reason) : std::runtime_error(reason), kind_(kind) {}

  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// Returns the error for a stored value that is invalid.
DbError damaged_value(std::string_view column, std::string_view value);

/// The functions of `Statement`.
class PreparedStatement {
 public:
  virtual ~PreparedStatement() = default;

  virtual void bind(int parameter, std::int64_t value) = 0;
  virtual void bind(int parameter, std::string_view text) = 0;
  virtual void bind_copy(int parameter, std::string_view text) = 0;
  virtual void bind_null(int parameter) = 0;
  virtual bool step() = 0;
  virtual std::int64_t run() = 0;
  virtual void reset() noexcept = 0;
  virtual bool is_null(int column) const = 0;
  virtual bool is_number(int column) const = 0;
  virtual std::int64_t number(int column) const = 0;
  virtual std::string_view text(int column) const = 0;
};

/// A lock, released when it is destroyed.
class Lock {
 public:
  Lock() = default;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  virtual ~Lock() = default;
};

/// The rows of a statement. It returns `few`, which a driver may read at once, or `many`, which it
/// may read in portions. Or one is `inserted`, and violates no constraint: a driver may gather such
/// rows, and send them before the next other statement.
enum class Rows { few, many, inserted };

/// A connection to a store. Its functions throw DbError.
class Database {
 public:
  enum class Access { read, write };

  virtual ~Database() = default;

  virtual std::unique_ptr<PreparedStatement> prepare(const std::string& sql, Rows rows) = 0;
  /// Runs one or more statements without parameters and results.
  virtual void execute(const std::string& sql) = 0;

  /// Returns SQL for the list of numbers in a JSON array: `id IN ` + numbers_in("$1").
  virtual std::string numbers_in(const std::string& json) const = 0;

  /// Begins a transaction. To write, it waits for other writers, and throws StoreError if the store
  /// was replaced by one of another version.
  virtual void begin(Access access) = 0;
  virtual void commit() = 0;
  virtual void roll_back() noexcept = 0;
  virtual bool is_in_transaction() const = 0;

  /// Returns the user that the server has authenticated; none for a file.
  virtual std::optional<std::string> user() const { return std::nullopt; }

  /// Returns a lock of the process that sends reminders. The store itself is not locked. Waits for
  /// other processes, and throws StoreError if that takes longer than `lock_wait`.
  virtual std::unique_ptr<Lock> lock_reminders(std::chrono::milliseconds lock_wait) = 0;

  /// Drops the indexes that a change can do without, except `kept`; returns the SQL that builds
  /// them.
  virtual std::vector<std::string> drop_deferrable_indexes(std::string_view kept) = 0;
  /// Returns the error as one sentence: the store, the cause, what to do.
  virtual StoreError store_error(const DbError& error) const = 0;
};

/// A statement that can be run repeatedly. It is prepared at its first use and copies no text: a
/// bound text must outlive the run, and a text that was read is valid until the next row.
class Statement {
 public:
  /// `sql` is called when the statement is first used.
  Statement(Database& db, std::function<std::string()> sql, Rows rows = Rows::few)
      : db_(db), sql_(std::move(sql)), rows_(rows) {}
  Statement(Database& db, const char* sql, Rows rows = Rows::few)
      : Statement(
            db, [sql] { return std::string(sql); }, rows) {}

  /// Parameters are $1, $2 and so on, and occur first in this order.
  void bind(int parameter, std::int64_t value) { prepared().bind(parameter, value); }
  void bind(int parameter, std::string_view text) { prepared().bind(parameter, text); }
  /// Binds a copy of a text.
  void bind_copy(int parameter, std::string_view text) { prepared().bind_copy(parameter, text); }
  void bind_null(int parameter) { prepared().bind_null(parameter); }

  /// Goes to the next row; returns false after the last one.
  bool step() { return prepared().step(); }
  /// Runs a statement that returns no rows. Returns how many rows it inserted, changed or deleted.
  std::int64_t run() { return prepared().run(); }
  /// Resets the statement, so that it can be run again.
  void reset() noexcept {
    if (prepared_) prepared_->reset();
  }

  // Values of the current row. Columns are numbered from 0.
  bool is_null(int column) const { return prepared_->is_null(column); }
  bool is_number(int column) const { return prepared_->is_number(column); }
  std::int64_t number(int column) const { return prepared_->number(column); }
  /// Returns an empty text for null.
  std::string_view text(int column) const { return prepared_->text(column); }

 private:
  PreparedStatement& prepared() {
    if (!prepared_) prepared_ = db_.prepare(sql_(), rows_);
    return *prepared_;
  }

  Database& db_;
  std::function<std::string()> sql_;
  Rows rows_;
  std::unique_ptr<PreparedStatement> prepared_;
};

/// A transaction. It is rolled back unless it is committed.
class Transaction {
 public:
  Transaction(Database& db, Database::Access access) : db_(db) { db.begin(access); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction() {
    if (!is_committed_) db_.roll_back();
  }

  void commit() {
    db_.commit();
    is_committed_ = true;
  }

 private:
  Database& db_;
  bool is_committed_ = false;
};

/// A read transaction for several statements; inside a change it does nothing.
class Snapshot {
 public:
  explicit Snapshot(Database& db) {
    if (!db.is_in_transaction()) transaction_.emplace(db, Database::Access::read);
  }

 private:
  std::optional<Transaction> transaction_;
};

/// Runs `steps` on `db`. Turns a DbError into a StoreError.
template <typename Steps>
auto translate_errors(const Database& db, const Steps& steps) {
  try {
    return steps();
  } catch (const DbError& error) {
    throw db.store_error(error);
  }
}

}  // namespace aliprotect::store
