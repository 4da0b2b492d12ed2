#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/columns.h"

namespace aliprotect::store {

/// The names of a table and its columns: the key, whose first column is the owner (an order's id or
/// a rule set's name), then the facts.
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

/// Which rows a statement reads: those of the orders with :first <= id <= :last, of the orders in
/// the temporary table `chosen`, of the order :owner, or of the before-image of :owner in the
/// journal's entry :entry.
enum class Scope { range, chosen, one, image };

/// Returns SQL that selects the key and facts of the rows in the scope, ordered by key.
std::string select_rows(const TableNames& names, Scope scope);
/// The same for all rows.
std::string select_all(const TableNames& names);
/// Returns an INSERT with one parameter for each column, in their order.
std::string insert_row(const TableNames& names);
/// The same, but updates the row with the same key if there is one.
std::string upsert_row(const TableNames& names);
/// Returns SQL that deletes the rows of one owner, its only parameter.
std::string delete_rows(const TableNames& names);

/// A table of the journal with before-images, by entry and owner.
struct ImageTable {
  std::string name;
  std::string owner;
};
const ImageTable& images_of_orders();
const ImageTable& images_of_rules();

/// Returns an SQL expression for all rows of an owner as a JSON object: for each table an array of
/// its rows. `owner` is an SQL expression.
std::string image_of_order(const std::string& owner);
std::string image_of_rules(const std::string& owner);
/// Returns SQL that inserts the rows of a table from the before-images of the entry :entry.
std::string restore_rows(const TableNames& names, const ImageTable& images);
/// Returns SQL that selects the rows of a table in the before-image of :owner in the entry :entry,
/// with the columns and order of `select_rows`.
std::string image_rows(const TableNames& names, const ImageTable& images);
/// Returns a WITH clause that replaces each table of facts by its rows in the before-image of order
/// :owner in the entry :entry.
std::string with_image_as_tables();

}  // namespace aliprotect::store
