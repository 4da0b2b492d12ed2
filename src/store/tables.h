#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/columns.h"

namespace aliprotect::store {

/// The names of a table of facts: its key, whose first column says whose they are (an order's id, a
/// rule set's name), then the facts.
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

/// Whose rows a statement reads: those of orders with :first <= id <= :last, or of those in the
/// temporary table `chosen`, or of the order :owner, or of :owner as the journal's entry :entry
/// replaced it.
enum class Scope { range, chosen, one, image };

/// Key and facts of the scope's rows, ordered by key.
std::string select_rows(const TableNames& names, Scope scope);
/// The same of every row.
std::string select_all(const TableNames& names);
/// A parameter for each column, in their order.
std::string insert_row(const TableNames& names);
/// The same; a row with that key is replaced.
std::string upsert_row(const TableNames& names);
/// The rows of one owner, the only parameter.
std::string delete_rows(const TableNames& names);

/// A table of the journal: what each entry replaced, by owner.
struct ImageTable {
  std::string name;
  std::string owner;
};
const ImageTable& images_of_orders();
const ImageTable& images_of_rules();

/// Everything recorded of an owner as a JSON object: for each table a list of its rows. `owner` is
/// an SQL expression.
std::string image_of_order(const std::string& owner);
std::string image_of_rules(const std::string& owner);
/// Inserts the rows of a table that the images of the journal's entry :entry hold.
std::string restore_rows(const TableNames& names, const ImageTable& images);
/// The rows of a table in the image of :owner that the entry :entry keeps, columns and order as in
/// `select_rows`.
std::string image_rows(const TableNames& names, const ImageTable& images);
/// A WITH clause under which the tables of facts hold the image of order :owner that the entry
/// :entry keeps, and nothing else.
std::string with_image_as_tables();

}  // namespace aliprotect::store
