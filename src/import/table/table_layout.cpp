#include "import/table/table_layout.h"

#include <algorithm>
#include <map>

#include "aliprotect/error.h"
#include "core/text/name_list.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "import/table/column_names.h"
#include "import/table/known_layouts.h"
#include "import/text/folded_name.h"

namespace aliprotect {
namespace {

/// `unit_price(cents)` is `unit_price`.
std::string plain_name(const std::string& name) {
  const std::string folded = folded_name(name);
  return folded.substr(0, folded.find('('));
}

std::vector<std::string> plain_names(const std::vector<std::string>& header) {
  std::vector<std::string> names;
  for (const std::string& name : header) names.push_back(plain_name(name));
  return names;
}

/// Returns the column of `header` that --map names.
std::optional<std::size_t> column_called(const std::vector<std::string>& header,
                                         const std::string& wanted) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (folded_name(header[i]) == folded_name(wanted)) return i;
  }
  return std::nullopt;
}

std::size_t mapped_column(const std::vector<std::string>& header, const std::string& wanted) {
  if (const auto column = column_called(header, wanted)) return *column;
  NameList known;
  for (const std::string& name : header) known.add(name);
  throw usage_error("--map: no column " + in_quotes(wanted) +
                    " found; the file has: " + known.text());
}

void give(TableShape& shape, std::size_t column, Role role) {
  const bool alone = role != Role::ignored && role != Role::note && role != Role::tags;
  if (alone) std::replace(shape.roles.begin(), shape.roles.end(), role, Role::ignored);
  shape.roles[column] = role;
}

bool has(const TableShape& shape, Role role) {
  return std::find(shape.roles.begin(), shape.roles.end(), role) != shape.roles.end();
}

/// A price is per piece if the table has quantities or totals, otherwise for the whole row. A paid
/// amount is always for the whole row.
void settle_prices(TableShape& shape) {
  std::replace(shape.roles.begin(), shape.roles.end(), Role::plain_amount, Role::row_price);
  const bool of_piece = has(shape, Role::quantity) || has(shape, Role::price);
  std::replace(shape.roles.begin(), shape.roles.end(), Role::plain_price,
               of_piece ? Role::item_price : Role::row_price);
}

std::optional<TableShape> with_number(TableShape shape) {
  settle_prices(shape);
  if (!has(shape, Role::number) && !has(shape, Role::number_in_url)) return std::nullopt;
  return shape;
}

/// The meaning of each column; nullopt if it is unknown.
using Meanings = std::vector<std::optional<ColumnMeaning>>;

/// Of a price column and an amount column only one is read, because both state the same price: per
/// piece and for the row, or twice.
Role choice_of(Role role) { return role == Role::plain_amount ? Role::plain_price : role; }

bool is_better(const ColumnMeaning& meaning, const ColumnMeaning& other) {
  if (meaning.role != other.role) return meaning.role == Role::plain_price;
  return meaning.rank < other.rank;
}

/// The column that is read for each role.
std::map<Role, std::size_t> chosen_columns(const Meanings& meanings) {
  std::map<Role, std::size_t> chosen;
  for (std::size_t i = 0; i < meanings.size(); ++i) {
    if (!meanings[i] || meanings[i]->role == Role::ignored) continue;
    const auto [place, is_first] = chosen.try_emplace(choice_of(meanings[i]->role), i);
    if (!is_first && is_better(*meanings[i], *meanings[place->second])) place->second = i;
  }
  return chosen;
}

/// The shape of a table whose columns have these meanings.
TableShape shape_of(const std::vector<std::string>& header, const Meanings& meanings) {
  const auto chosen = chosen_columns(meanings);
  TableShape shape;
  for (std::size_t i = 0; i < header.size(); ++i) {
    const auto& meaning = meanings[i];
    const bool is_known = meaning && meaning->role != Role::ignored;
    const bool is_chosen = is_known && chosen.at(choice_of(meaning->role)) == i;
    shape.roles.push_back(is_chosen ? meaning->role : Role::ignored);
    shape.currencies.push_back(is_chosen ? meaning->currency : std::nullopt);
    if (is_chosen && meaning->is_utc) shape.clock = Clock::utc;
    if (is_known && !is_chosen) {
      const std::string& other = header[chosen.at(choice_of(meaning->role))];
      shape.unknown_columns.push_back(header[i] + (folded_name(header[i]) == folded_name(other)
                                                       ? " (again)"
                                                       : " (besides " + other + ")"));
    } else if (!meaning && !trimmed(header[i]).empty()) {
      shape.unknown_columns.push_back(header[i]);
    }
  }
  return shape;
}

/// Returns the meanings of columns by their names only.
Meanings named_meanings(const std::vector<std::string>& header) {
  Meanings meanings;
  for (const std::string& name : header) meanings.push_back(meaning_of_column(name));
  return meanings;
}

bool is_price(Role role) {
  return role == Role::price || role == Role::item_price || role == Role::row_price ||
         role == Role::row_cents;
}

bool has_price(const TableLayout& layout) {
  return std::any_of(layout.columns.begin(), layout.columns.end(),
                     [](const LayoutColumn& column) { return is_price(column.role); });
}

/// Returns the meanings that the layout defines, and those of additional columns by their names. An
/// additional price is read only if the layout has none, because next to another price its meaning
/// is unclear.
Meanings layout_meanings(const TableLayout& layout, const std::vector<std::string>& header,
                         const std::vector<std::string>& names) {
  Meanings meanings;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (const LayoutColumn* column = column_named(layout, names[i])) {
      meanings.push_back(ColumnMeaning{column->role, 0, std::nullopt, false});
      continue;
    }
    meanings.push_back(meaning_of_column(header[i]));
    auto& meaning = meanings.back();
    if (!meaning) continue;
    // The layout's own columns have rank 0.
    ++meaning->rank;
    const bool is_second_price =
        is_price(meaning->role) || choice_of(meaning->role) == Role::plain_price;
    if (is_second_price && has_price(layout)) meaning.reset();
  }
  return meanings;
}

}  // namespace

std::optional<TableShape> known_shape(const std::vector<std::string>& header) {
  const std::vector<std::string> names = plain_names(header);
  const TableLayout* layout = layout_of(names);
  if (!layout) return std::nullopt;
  TableShape shape = shape_of(header, layout_meanings(*layout, header, names));
  settle_prices(shape);
  shape.clock = Clock::pacific;
  shape.dates = layout->dates;
  shape.has_totals_rows = layout->has_totals_rows;
  shape.is_badly_quoted = layout->is_badly_quoted;
  shape.is_of_aliexpress = true;
  return shape;
}

std::optional<TableShape> guessed_shape(const std::vector<std::string>& header) {
  return with_number(shape_of(header, named_meanings(header)));
}

bool has_columns(const std::vector<std::string>& header, const ColumnMap& map) {
  return std::all_of(map.begin(), map.end(),
                     [&](const auto& pair) { return column_called(header, pair.second); });
}

std::optional<TableShape> mapped_shape(const std::vector<std::string>& header,
                                       const ColumnMap& map) {
  auto known = known_shape(header);
  TableShape shape = known ? *std::move(known) : shape_of(header, named_meanings(header));
  for (const auto& [role, name] : map) {
    const std::size_t column = mapped_column(header, name);
    give(shape, column, role);
    std::erase(shape.unknown_columns, header[column]);
  }
  shape.clock = Clock::users;
  return with_number(std::move(shape));
}

Dialect dialect_of(const std::string& header_line) {
  Dialect best;
  std::size_t most = 0;
  for (const char delimiter : {',', ';', '\t', '|'}) {
    const std::vector<std::string> cells = split_cells(header_line, Dialect{delimiter});
    std::size_t known = 0;
    for (const std::string& name : cells) known += meaning_of_column(name) ? 2 : 1;
    if (known <= most) continue;
    most = known;
    best.delimiter = delimiter;
  }
  const TableLayout* layout = layout_of(plain_names(split_cells(header_line, best)));
  best.quoted = !(layout && layout->is_unquoted);
  return best;
}

std::string trouble_with_header(const std::vector<std::string>& header) {
  const std::vector<std::string> names = plain_names(header);
  const auto has_column = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (has_column("productname") && has_column("shippingdetails")) {
    return "its rows have no order number, which is only in the file's name; add a column `Order "
           "ID`";
  }
  return {};
}

}  // namespace aliprotect
