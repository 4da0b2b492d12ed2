#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/database.h"

namespace aliprotect::store {

/// A DbError with SQLite's error.
class SqliteError : public DbError {
 public:
  explicit SqliteError(const SQLite::Exception& failure);

  const SQLite::Exception& failure() const { return failure_; }

 private:
  SQLite::Exception failure_;
};

/// Returns SQLite's error for any DbError; an invalid value is damage.
SQLite::Exception sqlite_failure(const DbError& error);

/// The store at `path`.
class SqliteDatabase final : public Database {
 public:
  SqliteDatabase(SQLite::Database connection, std::string path)
      : connection_(std::move(connection)), path_(std::move(path)) {}

  SQLite::Database& connection() { return connection_; }

  std::unique_ptr<PreparedStatement> prepare(const std::string& sql, Rows rows) override;
  void execute(const std::string& sql) override;
  std::string numbers_in(const std::string& json) const override;
  void begin(Access access) override;
  void commit() override;
  void roll_back() noexcept override;
  bool is_in_transaction() const override;
  std::unique_ptr<Lock> lock_reminders(std::chrono::milliseconds lock_wait) override;
  std::vector<std::string> drop_deferrable_indexes(std::string_view kept) override;
  StoreError store_error(const DbError& error) const override;

 private:
  SQLite::Database connection_;
  const std::string path_;
};

}  // namespace aliprotect::store
