#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace aliprotect::store {

/// A statement that can be run repeatedly. It is prepared at its first use and copies no text: a
/// bound text must outlive the run, and a text that was read is valid until the next row. Throws
/// SQLite::Exception.
class SqliteStatement {
 public:
  /// `sql` is called when the statement is first used.
  SqliteStatement(const SQLite::Database& db, std::function<std::string()> sql);
  SqliteStatement(const SQLite::Database& db, const char* sql);
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;

  /// Parameters are $1, $2 and so on, and occur first in this order.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  /// Binds a copy of a text.
  void bind_copy(int parameter, std::string_view text);
  void bind_null(int parameter);

  /// Goes to the next row; returns false after the last one.
  bool step();
  /// Runs a statement that returns no rows. Returns how many rows it inserted, changed or deleted.
  std::int64_t run();
  /// Resets the statement, so that it can be run again.
  void reset() noexcept;

  // Values of the current row. Columns are numbered from 0.
  bool is_null(int column) const;
  bool is_number(int column) const;
  std::int64_t number(int column) const;
  /// Returns an empty text for null.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  sqlite3_stmt* prepared();
  /// SQLite numbers parameters by their first occurrence, PostgreSQL by their name.
  void expect_sequence() const;
  void expect_ok(int code) const;

  sqlite3* db_;
  std::function<std::string()> sql_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace aliprotect::store
