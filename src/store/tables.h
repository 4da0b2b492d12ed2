#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/columns.h"

namespace aliprotect::store {

/// The names of the columns with a table's facts.
struct ColumnNames {
  std::vector<std::string> names;

  void operator()(std::string_view column, const auto&) { names.emplace_back(column); }
  void operator()(std::string_view column, const std::optional<Money>&) {
    names.push_back(std::string(column) + "_minor");
    names.push_back(std::string(column) + "_currency");
  }
};

/// Returns the table's key and its facts.
template <typename Table>
std::vector<std::string> columns_of() {
  ColumnNames columns{{std::string(Table::key)}};
  const typename Table::Facts none{};
  Table::columns(none, columns);
  return columns.names;
}

/// Returns the columns, separated by commas.
std::string listed(const std::vector<std::string>& columns);
/// Returns an INSERT with one parameter for each column, in their order.
std::string insert_row(std::string_view table, const std::vector<std::string>& columns);
/// The same, but inserts nothing if a row has the same value in the column `unique`.
std::string insert_new_row(std::string_view table, const std::vector<std::string>& columns,
                           std::string_view unique);
/// The same as insert_row, but updates the row with the same first column if there is one.
std::string upsert_row(std::string_view table, const std::vector<std::string>& columns);

/// Returns the start of a SELECT of the key and the facts, which RowReader reads.
template <typename Table>
std::string select_columns() {
  return "SELECT " + listed(columns_of<Table>());
}

}  // namespace aliprotect::store
