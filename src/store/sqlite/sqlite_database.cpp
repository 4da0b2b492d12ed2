#include "store/sqlite/sqlite_database.h"

#include <sqlite3.h>

#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/reminder_lock.h"
#include "store/sqlite/sqlite_statement.h"

namespace aliprotect::store {
namespace {

DbError::Kind kind_of(const SQLite::Exception& failure) {
  return is_damage(failure) ? DbError::Kind::damaged : DbError::Kind::other;
}

template <typename Steps>
auto as_db_error(const Steps& steps) {
  try {
    return steps();
  } catch (const SQLite::Exception& failure) {
    throw SqliteError(failure);
  }
}

class Prepared final : public PreparedStatement {
 public:
  Prepared(const SQLite::Database& db, const std::string& sql)
      : statement_(db, [sql] { return sql; }) {}

  void bind(int parameter, std::int64_t value) override {
    as_db_error([&] { statement_.bind(parameter, value); });
  }
  void bind(int parameter, std::string_view text) override {
    as_db_error([&] { statement_.bind(parameter, text); });
  }
  void bind_copy(int parameter, std::string_view text) override {
    as_db_error([&] { statement_.bind_copy(parameter, text); });
  }
  void bind_null(int parameter) override {
    as_db_error([&] { statement_.bind_null(parameter); });
  }
  bool step() override {
    return as_db_error([&] { return statement_.step(); });
  }
  std::int64_t run() override {
    return as_db_error([&] { return statement_.run(); });
  }
  void reset() noexcept override { statement_.reset(); }
  bool is_null(int column) const override { return statement_.is_null(column); }
  bool is_number(int column) const override { return statement_.is_number(column); }
  std::int64_t number(int column) const override { return statement_.number(column); }
  std::string_view text(int column) const override { return statement_.text(column); }

 private:
  SqliteStatement statement_;
};

}  // namespace

SqliteError::SqliteError(const SQLite::Exception& failure)
    : DbError(kind_of(failure), failure.what()), failure_(failure) {}

SQLite::Exception sqlite_failure(const DbError& error) {
  const auto* const failure = dynamic_cast<const SqliteError*>(&error);
  return failure ? failure->failure() : SQLite::Exception(error.what(), SQLITE_CORRUPT);
}

std::unique_ptr<PreparedStatement> SqliteDatabase::prepare(const std::string& sql, Rows) {
  return std::make_unique<Prepared>(connection_, sql);
}

void SqliteDatabase::execute(const std::string& sql) {
  as_db_error([&] { connection_.exec(sql); });
}

std::string SqliteDatabase::numbers_in(const std::string& json) const {
  return "(SELECT value FROM json_each(" + json + "))";
}

void SqliteDatabase::begin(Access access) {
  as_db_error([&] { connection_.exec(access == Access::write ? "BEGIN IMMEDIATE" : "BEGIN"); });
  if (access == Access::read) return;
  try {
    as_db_error([&] { require_newest_version(connection_, path_); });
  } catch (...) {
    roll_back();
    throw;
  }
}

void SqliteDatabase::commit() {
  as_db_error([&] { connection_.exec("COMMIT"); });
}

void SqliteDatabase::roll_back() noexcept {
  if (is_in_transaction()) connection_.tryExec("ROLLBACK");
}

bool SqliteDatabase::is_in_transaction() const {
  return sqlite3_get_autocommit(connection_.getHandle()) == 0;
}

std::unique_ptr<Lock> SqliteDatabase::lock_reminders(std::chrono::milliseconds lock_wait) {
  return std::make_unique<ReminderLock>(path_, lock_wait);
}

std::vector<std::string> SqliteDatabase::drop_deferrable_indexes(std::string_view kept) {
  return as_db_error([&] {
    std::vector<std::string> names;
    std::vector<std::string> sql;
    SqliteStatement indexes(connection_, R"(
      SELECT name, sql
      FROM sqlite_schema
      WHERE type = 'index' AND name IN ('orders_by_number', 'orders_by_seller', 'orders_by_client',
                                        'tags_by_tag', 'deadlines_by_at', 'states_by_state')
        AND name <> $1
    )");
    indexes.bind(1, kept);
    while (indexes.step()) {
      names.emplace_back(indexes.text(0));
      sql.emplace_back(indexes.text(1));
    }
    for (const std::string& name : names) connection_.exec("DROP INDEX " + name);
    return sql;
  });
}

StoreError SqliteDatabase::store_error(const DbError& error) const {
  return store::store_error(path_, sqlite_failure(error));
}

}  // namespace aliprotect::store
