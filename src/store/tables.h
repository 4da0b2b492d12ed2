#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/columns.h"

namespace aliprotect::store {

/// The names of a table of facts: its key, whose first column is the order's id, then the facts.
struct TableNames {
  std::string table;
  std::vector<std::string> key;
  std::vector<std::string> facts;

  void operator()(std::string_view column, const auto&) { facts.emplace_back(column); }
  void operator()(std::string_view column, const std::optional<Money>&) {
    facts.push_back(std::string(column) + "_minor");
    facts.push_back(std::string(column) + "_currency");
  }
};

template <typename Table>
TableNames names_of() {
  TableNames names{std::string(Table::name), {Table::key.begin(), Table::key.end()}, {}};
  const typename Table::Facts none{};
  Table::columns(none, names);
  return names;
}

/// Which orders a statement reads: those with :first <= id <= :last, or those in the temporary
/// table `chosen`.
enum class Scope { range, chosen };

/// Key and facts of the scope's rows, ordered by key.
std::string select_rows(const TableNames& names, Scope scope);
/// A parameter for each column, in their order. A row of `orders` that is there already is
/// replaced.
std::string insert_row(const TableNames& names);
/// The rows of one order, :order_id.
std::string delete_rows(const TableNames& names);

/// Everything recorded of the order :order_id as a JSON object: for each table a list of its rows.
std::string before_image();
/// Inserts the rows of a table that the before-images of the journal's entry :entry hold.
std::string restore_rows(const TableNames& names);

}  // namespace aliprotect::store
