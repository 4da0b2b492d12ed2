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

/// A statement that is run again and again. It is prepared when it is first used, and reads and
/// binds by SQLite's own calls, with nothing copied: a text that was bound must outlive the run,
/// one that was read is gone with its row. Throws SQLite::Exception.
class Statement {
 public:
  /// `sql` is asked for when the statement is first used.
  Statement(const SQLite::Database& db, std::function<std::string()> sql);
  Statement(const SQLite::Database& db, const char* sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// Parameters are numbered from 1, in the order in which each first stands in the statement.
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, std::string_view text);
  void bind_null(int parameter);

  /// Goes to the next row; false after the last one.
  bool step();
  /// Runs a statement without rows to its end.
  void run();
  /// Lets go of the rows, so that the statement can be run anew.
  void reset() noexcept;

  // Of the row that the statement stands on. Columns are numbered from 0.
  bool is_null(int column) const;
  std::int64_t number(int column) const;
  /// Empty where it is null.
  std::string_view text(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };

  sqlite3_stmt* prepared();
  void expect_ok(int code) const;

  sqlite3* db_;
  std::function<std::string()> sql_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

}  // namespace aliprotect::store
