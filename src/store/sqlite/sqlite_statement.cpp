#include "store/sqlite/sqlite_statement.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace aliprotect::store {

SqliteStatement::SqliteStatement(const SQLite::Database& db, std::function<std::string()> sql)
    : db_(db.getHandle()), sql_(std::move(sql)) {}

SqliteStatement::SqliteStatement(const SQLite::Database& db, const char* sql)
    : SqliteStatement(db, [sql] { return std::string(sql); }) {}

void SqliteStatement::bind(int parameter, std::int64_t value) {
  expect_ok(sqlite3_bind_int64(prepared(), parameter, value));
}

void SqliteStatement::bind(int parameter, std::string_view text) {
  const char* const bytes = text.empty() ? "" : text.data();  // null would be NULL
  expect_ok(sqlite3_bind_text(prepared(), parameter, bytes, static_cast<int>(text.size()),
                              SQLITE_STATIC));
}

void SqliteStatement::bind_copy(int parameter, std::string_view text) {
  expect_ok(sqlite3_bind_text(prepared(), parameter, text.data(), static_cast<int>(text.size()),
                              SQLITE_TRANSIENT));
}

void SqliteStatement::bind_null(int parameter) {
  expect_ok(sqlite3_bind_null(prepared(), parameter));
}

bool SqliteStatement::step() {
  const int code = sqlite3_step(prepared());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  const SQLite::Exception failure(db_, code);
  reset();
  throw failure;
}

std::int64_t SqliteStatement::run() {
  step();
  const std::int64_t count = sqlite3_changes64(db_);
  reset();
  return count;
}

void SqliteStatement::reset() noexcept {
  if (statement_) sqlite3_reset(statement_.get());
}

bool SqliteStatement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool SqliteStatement::is_number(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_INTEGER;
}

std::int64_t SqliteStatement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view SqliteStatement::text(int column) const {
  const auto* const bytes = sqlite3_column_text(statement_.get(), column);
  if (bytes == nullptr) return {};
  return {reinterpret_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

sqlite3_stmt* SqliteStatement::prepared() {
  if (!statement_) {
    const std::string sql = sql_();
    sqlite3_stmt* statement = nullptr;
    expect_ok(sqlite3_prepare_v3(db_, sql.data(), static_cast<int>(sql.size()),
                                 SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    statement_.reset(statement);
    expect_sequence();
  }
  return statement_.get();
}

void SqliteStatement::expect_sequence() const {
  for (int place = sqlite3_bind_parameter_count(statement_.get()); place > 0; --place) {
    const char* const name = sqlite3_bind_parameter_name(statement_.get(), place);
    if (name == nullptr || name != "$" + std::to_string(place))
      throw std::logic_error(std::string("a parameter out of sequence in: ") +
                             sqlite3_sql(statement_.get()));
  }
}

void SqliteStatement::expect_ok(int code) const {
  if (code != SQLITE_OK) throw SQLite::Exception(db_, code);
}

}  // namespace aliprotect::store
