#include "store/table_copy.h"

#include <algorithm>

#include "store/deferred_indexes.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

bool is_empty(Database& db, const std::string& table) {
  Statement rows(db, [&] { return "SELECT 1 FROM " + table + " LIMIT 1"; });
  return !rows.step();
}

void bind_value(Statement& insert, const Statement& row, int column) {
  if (row.is_null(column)) {
    insert.bind_null(column + 1);
  } else if (row.is_number(column)) {
    insert.bind(column + 1, row.number(column));
  } else {
    insert.bind(column + 1, row.text(column));
  }
}

std::size_t copy_rows(Database& from, Database& to, const TableColumns& table) {
  const int columns = static_cast<int>(table.columns.size());
  Statement row(
      from, [&] { return "SELECT " + listed(table.columns) + " FROM " + table.table; }, Rows::many);
  Statement insert(
      to, [&] { return insert_row(table.table, table.columns); }, Rows::inserted);
  std::size_t count = 0;
  for (; translate_errors(from, [&] { return row.step(); }); ++count) {
    for (int column = 0; column < columns; ++column) bind_value(insert, row, column);
    insert.run();
  }
  return count;
}

}  // namespace

std::optional<std::size_t> copy_tables(Database& from, Database& to,
                                       const std::vector<TableColumns>& tables) {
  std::optional<Snapshot> snapshot;
  translate_errors(from, [&] { snapshot.emplace(from); });
  Transaction transaction(to, Database::Access::write);
  if (!std::all_of(tables.begin(), tables.end(),
                   [&](const TableColumns& table) { return is_empty(to, table.table); })) {
    return std::nullopt;
  }
  DeferredIndexes indexes(to);
  indexes.drop();
  std::size_t orders = 0;
  for (const TableColumns& table : tables) {
    const std::size_t rows = copy_rows(from, to, table);
    if (table.table == OrdersTable::name) orders = rows;
  }
  indexes.build_all();
  transaction.commit();
  return orders;
}

}  // namespace aliprotect::store
