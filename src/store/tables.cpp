#include "store/tables.h"

namespace aliprotect::store {
namespace {

std::vector<std::string> all_columns(const TableNames& names) {
  std::vector<std::string> columns = names.key;
  columns.insert(columns.end(), names.facts.begin(), names.facts.end());
  return columns;
}

/// Each column as `write(column)`, with commas between.
std::string listed(const std::vector<std::string>& columns, auto&& write) {
  std::string list;
  for (const std::string& column : columns) {
    if (!list.empty()) list += ", ";
    list += write(column);
  }
  return list;
}

std::string listed(const std::vector<std::string>& columns) {
  return listed(columns, [](const std::string& column) { return column; });
}

std::string qualified(const TableNames& names, const std::vector<std::string>& columns) {
  return listed(columns, [&](const std::string& column) { return names.table + "." + column; });
}

}  // namespace

std::string select_rows(const TableNames& names, Scope scope) {
  const std::string select = "SELECT " + qualified(names, all_columns(names));
  const std::string& id = names.key.front();
  if (scope == Scope::range) {
    return select + " FROM " + names.table + " WHERE " + id +
           " BETWEEN :first AND :last ORDER BY " + listed(names.key);
  }
  std::vector<std::string> rest(names.key.begin() + 1, names.key.end());
  return select + " FROM chosen CROSS JOIN " + names.table + " ON " + names.table + "." + id +
         " = chosen.id ORDER BY chosen.id" + (rest.empty() ? "" : ", " + qualified(names, rest));
}

std::string insert_row(const TableNames& names) {
  const std::vector<std::string> columns = all_columns(names);
  std::string insert = "INSERT INTO " + names.table + " (" + listed(columns) + ") VALUES (" +
                       listed(columns, [](const std::string& column) { return ":" + column; }) +
                       ")";
  if (names.table != OrdersTable::name) return insert;
  return insert + " ON CONFLICT (id) DO UPDATE SET " +
         listed(names.facts,
                [](const std::string& column) { return column + " = excluded." + column; });
}

std::string delete_rows(const TableNames& names) {
  return "DELETE FROM " + names.table + " WHERE " + names.key.front() + " = :order_id";
}

std::string before_image() {
  std::string object;
  for_each_table([&]<typename Table>(Table) {
    const TableNames names = names_of<Table>();
    const std::string row = listed(all_columns(names), [](const std::string& column) {
      return "'" + column + "', " + column;
    });
    if (!object.empty()) object += ", ";
    object += "'" + names.table + "', json((SELECT json_group_array(json_object(" + row +
              ")) FROM " + names.table + " WHERE " + names.key.front() + " = :order_id))";
  });
  return "json_object(" + object + ")";
}

std::string restore_rows(const TableNames& names) {
  const std::vector<std::string> columns = all_columns(names);
  return "INSERT INTO " + names.table + " (" + listed(columns) + ") SELECT " +
         listed(columns,
                [](const std::string& column) {
                  return "json_extract(row.value, '$." + column + "')";
                }) +
         " FROM changes, json_each(changes.before, '$." + names.table +
         "') AS row WHERE changes.entry_id = :entry AND changes.before IS NOT NULL";
}

}  // namespace aliprotect::store
