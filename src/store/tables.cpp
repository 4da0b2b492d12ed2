#include "store/tables.h"

namespace aliprotect::store {
namespace {

std::vector<std::string> all_columns(const TableNames& names) {
  std::vector<std::string> columns = names.key;
  columns.insert(columns.end(), names.facts.begin(), names.facts.end());
  return columns;
}

/// Returns `write(column)` for each column, separated by commas.
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

/// Returns SQL for a column of a row in an image.
std::string extracted(const std::string& column) {
  return "json_extract(row.value, '$." + column + "')";
}

std::string rows_in_images(const TableNames& names, const ImageTable& images) {
  return " FROM " + images.name + ", json_each(" + images.name + ".before, '$." + names.table +
         "') AS row WHERE " + images.name + ".entry_id = :entry";
}

std::string image_of(const std::vector<TableNames>& tables, const std::string& owner) {
  std::string object;
  for (const TableNames& names : tables) {
    const std::string row = listed(all_columns(names), [](const std::string& column) {
      return "'" + column + "', " + column;
    });
    if (!object.empty()) object += ", ";
    object += "'" + names.table + "', json((SELECT json_group_array(json_object(" + row +
              ")) FROM " + names.table + " WHERE " + names.key.front() + " = " + owner + "))";
  }
  return "json_object(" + object + ")";
}

std::string qualified(const TableNames& names, const std::vector<std::string>& columns) {
  return listed(columns, [&](const std::string& column) { return names.table + "." + column; });
}

}  // namespace

std::string select_rows(const TableNames& names, Scope scope) {
  if (scope == Scope::image) return image_rows(names, images_of_orders());
  const std::string select = "SELECT " + qualified(names, all_columns(names));
  const std::string& id = names.key.front();
  if (scope == Scope::range) {
    return select + " FROM " + names.table + " WHERE " + id +
           " BETWEEN :first AND :last ORDER BY " + listed(names.key);
  }
  if (scope == Scope::one)
    return select + " FROM " + names.table + " WHERE " + id + " = :owner ORDER BY " +
           listed(names.key);
  std::vector<std::string> rest(names.key.begin() + 1, names.key.end());
  return select + " FROM chosen CROSS JOIN " + names.table + " ON " + names.table + "." + id +
         " = chosen.id ORDER BY chosen.id" + (rest.empty() ? "" : ", " + qualified(names, rest));
}

std::string select_all(const TableNames& names) {
  return "SELECT " + listed(all_columns(names)) + " FROM " + names.table + " ORDER BY " +
         listed(names.key);
}

std::string insert_row(const TableNames& names) {
  const std::vector<std::string> columns = all_columns(names);
  return "INSERT INTO " + names.table + " (" + listed(columns) + ") VALUES (" +
         listed(columns, [](const std::string& column) { return ":" + column; }) + ")";
}

std::string upsert_row(const TableNames& names) {
  return insert_row(names) + " ON CONFLICT (" + listed(names.key) + ") DO UPDATE SET " +
         listed(names.facts,
                [](const std::string& column) { return column + " = excluded." + column; });
}

std::string delete_rows(const TableNames& names) {
  return "DELETE FROM " + names.table + " WHERE " + names.key.front() + " = :owner";
}

const ImageTable& images_of_orders() {
  static const ImageTable table{"changes", "order_id"};
  return table;
}

const ImageTable& images_of_rules() {
  static const ImageTable table{"rule_changes", "name"};
  return table;
}

std::string image_of_order(const std::string& owner) {
  std::vector<TableNames> tables;
  for_each_table([&]<typename Table>(Table) { tables.push_back(names_of<Table>()); });
  return image_of(tables, owner);
}

std::string image_of_rules(const std::string& owner) {
  return image_of({names_of<RuleSetsTable>()}, owner);
}

std::string restore_rows(const TableNames& names, const ImageTable& images) {
  const std::vector<std::string> columns = all_columns(names);
  return "INSERT INTO " + names.table + " (" + listed(columns) + ") SELECT " +
         listed(columns, extracted) + rows_in_images(names, images) + " AND before IS NOT NULL";
}

std::string image_rows(const TableNames& names, const ImageTable& images) {
  return "SELECT " + listed(all_columns(names), extracted) + rows_in_images(names, images) +
         " AND " + images.name + "." + images.owner + " = :owner ORDER BY " +
         listed(names.key, extracted);
}

std::string with_image_as_tables() {
  std::string clause;
  for_each_table([&]<typename Table>(Table) {
    const TableNames names = names_of<Table>();
    clause += (clause.empty() ? "WITH " : ", ") + names.table + " (" + listed(all_columns(names)) +
              ") AS (" + image_rows(names, images_of_orders()) + ")";
  });
  return clause + " ";
}

}  // namespace aliprotect::store
