#include "store/sqlite/restore.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <vector>

#include "aliprotect/error.h"
#include "store/deferred_indexes.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/page_check.h"
#include "store/sqlite/sqlite_statement.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

struct Table {
  std::string name;
  std::vector<std::string> columns;
};

std::vector<std::string> texts(SQLite::Database& db, const std::string& sql) {
  std::vector<std::string> list;
  SqliteStatement rows(db, [&] { return sql; });
  while (rows.step()) list.emplace_back(rows.text(0));
  return list;
}

/// Returns the tables of a store in the order of their creation: a table follows those that it
/// refers to. Additional tables of the file do not belong to the store.
std::vector<Table> tables_of_store() {
  SQLite::Database empty = connect_to_temporary();
  std::vector<Table> tables;
  for (const std::string& name : texts(empty, R"(
         SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid
       )")) {
    tables.push_back({name, texts(empty, "SELECT name FROM pragma_table_info('" + name + "')")});
  }
  return tables;
}

bool is_empty(Database& db, const Table& table) {
  Statement rows(db, [&] { return "SELECT 1 FROM " + table.name + " LIMIT 1"; });
  return !rows.step();
}

std::size_t copy_rows(SQLite::Database& from, Database& to, const Table& table) {
  SqliteStatement row(from,
                      [&] { return "SELECT " + listed(table.columns) + " FROM " + table.name; });
  Statement insert(to, [&] { return insert_row(table.name, table.columns); });
  std::size_t count = 0;
  for (; row.step(); ++count) {
    for (int column = 0; column < static_cast<int>(table.columns.size()); ++column) {
      if (row.is_null(column)) {
        insert.bind_null(column + 1);
      } else if (row.is_number(column)) {
        insert.bind(column + 1, row.number(column));
      } else {
        insert.bind(column + 1, row.text(column));
      }
    }
    insert.run();
  }
  return count;
}

/// Returns the number of orders; nullopt if there are rows already.
std::optional<std::size_t> copy_tables(SQLite::Database& from, Database& to) {
  const std::vector<Table> tables = tables_of_store();
  Transaction transaction(to, Database::Access::write);
  if (!std::all_of(tables.begin(), tables.end(),
                   [&](const Table& table) { return is_empty(to, table); })) {
    return std::nullopt;
  }
  DeferredIndexes indexes(to);
  indexes.drop_all();
  std::size_t orders = 0;
  for (const Table& table : tables) {
    const std::size_t rows = copy_rows(from, to, table);
    if (table.name == OrdersTable::name) orders = rows;
  }
  indexes.rebuild();
  transaction.commit();
  return orders;
}

/// Makes the same checks as a backup. Throws SQLite::Exception if the file is damaged.
void check_backup(SQLite::Database& db, const std::string& file) {
  check_not_truncated(db, file);
  if (version_of(db, file) != newest_version()) throw older_version(file);
  const std::vector<std::string> errors = integrity_errors(db, 1);
  if (!errors.empty()) throw SQLite::Exception(errors.front(), SQLITE_CORRUPT);
}

}  // namespace

std::optional<std::size_t> restore_store(
    const std::string& file, const std::function<std::unique_ptr<Database>()>& open_target,
    std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> from = connect_unmodified(file, lock_wait);
  if (!from) throw UserError(file + " is empty, so there is nothing to restore");
  return translate_errors(file, [&] {
    const SQLite::Transaction snapshot(*from, SQLite::TransactionBehavior::DEFERRED);
    check_backup(*from, file);
    const std::unique_ptr<Database> to = open_target();
    return translate_errors(*to, [&] { return copy_tables(*from, *to); });
  });
}

}  // namespace aliprotect::store
