#include "aliprotect/store_file.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <vector>

#include "store/sqlite/connection.h"
#include "store/sqlite/copy.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/failed_reads.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/sqlite_statement.h"

namespace aliprotect::store {
namespace {

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Prepared prepare(SQLite::Database& db, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(db.getHandle(), sql.c_str(), -1, &statement, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(db.getHandle(), code);
  return Prepared(statement);
}

std::vector<std::string> texts(SQLite::Database& db, const std::string& sql) {
  std::vector<std::string> list;
  SqliteStatement rows(db, [&] { return sql; });
  while (rows.step()) list.emplace_back(rows.text(0));
  return list;
}

std::string listed(const std::vector<std::string>& words, const std::string& after = "") {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word + after;
  return list;
}

/// Inserts the current row. Skips it if it violates a constraint.
void insert_row(SQLite::Database& to, sqlite3_stmt* insert, sqlite3_stmt* row) {
  for (int column = 0; column < sqlite3_column_count(row); ++column) {
    sqlite3_bind_value(insert, column + 1, sqlite3_column_value(row, column));
  }
  sqlite3_step(insert);
  const int code = sqlite3_reset(insert) & 0xff;
  if (code != SQLITE_OK && code != SQLITE_CONSTRAINT) throw SQLite::Exception(to.getHandle(), code);
}

/// Returns false if damage or a disk error ended it before the last row.
bool copy_rows(SQLite::Database& from, SQLite::Database& to, const std::string& select,
               const std::string& insert) {
  try {
    const Prepared row = prepare(from, select);
    const Prepared inserting = prepare(to, insert);
    for (;;) {
      const int code = sqlite3_step(row.get());
      if (code == SQLITE_DONE) return true;
      if (code != SQLITE_ROW) throw SQLite::Exception(from.getHandle(), code);
      insert_row(to, inserting.get(), row.get());
    }
  } catch (const SQLite::Exception& failure) {
    if (!is_damage(failure) && !is_failed_read(failure)) throw;
    return false;
  }
}

/// Copies the rows from the first to the damage, then from the last back to the damage.
void copy_table(SQLite::Database& from, SQLite::Database& to, const std::string& table) {
  const std::string columns =
      listed(texts(to, "SELECT name FROM pragma_table_info('" + table + "')"));
  const std::vector<std::string> key =
      texts(to, "SELECT name FROM pragma_table_info('" + table + "') WHERE pk > 0 ORDER BY pk");
  const std::string select = "SELECT " + columns + " FROM " + table + " ORDER BY ";
  const std::string insert = "INSERT OR IGNORE INTO " + table + " (" + columns + ") SELECT ";
  std::string parameters = "?";
  for (const char letter : columns) parameters += letter == ',' ? ", ?" : "";
  if (copy_rows(from, to, select + listed(key), insert + parameters)) return;
  copy_rows(from, to, select + listed(key, " DESC"), insert + parameters);
}

/// Deletes references to lost rows, and writes the tags again. Files that `sync` has read are
/// forgotten, so that it reads again what was lost. The next change calculates the deadlines.
constexpr auto repair_sql = R"(
  DELETE FROM tags;
  INSERT INTO tags (order_id, tag)
  SELECT DISTINCT orders.id, list.value
  FROM orders, json_each(CASE WHEN json_valid(orders.tags) THEN orders.tags END) AS list;
  DELETE FROM deadlines WHERE order_id NOT IN (SELECT id FROM orders);
  DELETE FROM states WHERE order_id NOT IN (SELECT id FROM orders);
  UPDATE entries SET undoes = NULL WHERE undoes NOT IN (SELECT id FROM entries);
  DELETE FROM changes WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM former_orders WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM rule_changes WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM read_files;
  DELETE FROM read_mails WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM entry_files WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM former_rule_sets WHERE entry_id NOT IN (SELECT id FROM entries);
  DELETE FROM changes WHERE existed = 1 AND (entry_id, order_id) NOT IN (
    SELECT entry_id, id FROM former_orders);
  DELETE FROM rule_changes WHERE existed = 1 AND (entry_id, name) NOT IN (
    SELECT entry_id, name FROM former_rule_sets);
  UPDATE scheduled_rules SET day_counts = '';
  INSERT INTO counters (name, value)
  SELECT 'highest_id', max(coalesce((SELECT max(id) FROM orders), 0),
                           coalesce((SELECT max(order_id) FROM changes), 0))
  WHERE TRUE
  ON CONFLICT (name) DO UPDATE SET value = max(value, excluded.value);
)";

std::size_t write_salvage(SQLite::Database& from, const std::string& path,
                          const std::string& into) {
  SQLite::Database to = create_copy(into, version_of(from, path));
  SQLite::Transaction transaction(to);
  for (const std::string& table : texts(to, R"(
         SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
       )")) {
    copy_table(from, to, table);
  }
  if (version_of(from, path) == newest_version()) to.exec(repair_sql);
  transaction.commit();
  return static_cast<std::size_t>(to.execAndGet("SELECT count(*) FROM orders").getInt64());
}

}  // namespace
}  // namespace aliprotect::store

namespace aliprotect {

std::optional<StoreCopy> salvage_store(const std::string& path, const std::string& into,
                                       std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> db = store::connect_unmodified(path, lock_wait);
  if (!db) return std::nullopt;
  return store::translate_errors(path, [&]() -> std::optional<StoreCopy> {
    const std::size_t orders =
        store::writing_copy([&] { return store::write_salvage(*db, path, into); });
    return StoreCopy{orders, std::filesystem::file_size(into)};
  });
}

}  // namespace aliprotect
