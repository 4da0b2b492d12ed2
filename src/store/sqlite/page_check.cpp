#include "store/sqlite/page_check.h"

#include <sqlite3.h>

#include <algorithm>

#include "store/sqlite/failed_reads.h"
#include "store/sqlite/sqlite_statement.h"

namespace aliprotect::store {
namespace {

std::string quoted_name(std::string_view name) {
  std::string text = "\"";
  for (const char letter : name) text.append(letter == '"' ? 2 : 1, letter);
  return text + "\"";
}

std::int64_t count(SQLite::Database& db, const std::string& rows) {
  SqliteStatement counted(db, [&] { return "SELECT count(*) FROM " + rows; });
  counted.step();
  return counted.number(0);
}

}  // namespace

std::vector<std::string> partial_index_errors(SQLite::Database& db) {
  SqliteStatement indexes(db, R"(
    SELECT name, tbl_name, substr(sql, instr(sql, ' WHERE ') + 1)
    FROM sqlite_schema
    WHERE type = 'index' AND instr(sql, ' WHERE ') > 0
  )");
  std::vector<std::string> errors;
  while (indexes.step()) {
    const std::string name(indexes.text(0));
    const std::string table = quoted_name(indexes.text(1));
    const std::string condition = " " + std::string(indexes.text(2));
    if (count(db, table + " INDEXED BY " + quoted_name(name) + condition) !=
        count(db, table + " NOT INDEXED" + condition))
      errors.push_back("wrong # of entries in index " + name);
  }
  return errors;
}

std::vector<std::string> integrity_errors(SQLite::Database& db, int max_errors) {
  const std::size_t failed_before = failed_reads();
  SqliteStatement check(
      db, [max_errors] { return "PRAGMA integrity_check(" + std::to_string(max_errors) + ")"; });
  std::vector<std::string> errors;
  while (check.step()) {
    if (check.text(0) != "ok") errors.emplace_back(check.text(0));
  }
  // SQLite reports an unreadable page like any other error.
  if (failed_reads() != failed_before)
    throw SQLite::Exception(sqlite3_errstr(SQLITE_IOERR_READ), SQLITE_IOERR_READ);
  return errors.empty() ? partial_index_errors(db) : errors;
}

}  // namespace aliprotect::store
