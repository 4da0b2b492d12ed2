#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "import/table/column_role.h"
#include "import/table/csv_records.h"
#include "import/text/printed_day.h"

namespace aliprotect {

/// The time zone of times without one.
enum class Clock { pacific, users, utc };

/// What is known about a table's rows from its header.
struct TableShape {
  std::vector<Role> roles;  ///< the role of each column
  std::vector<std::optional<Currency>>
      currencies;  ///< the currency in each column name, as in `Price (EUR)`
  std::vector<std::string> unknown_columns;  ///< names as in the header
  Clock clock = Clock::users;
  DateOrder dates = DateOrder::unknown;
  bool has_totals_rows = false;   ///< a row without a title has an order's totals
  bool is_badly_quoted = false;   ///< its program does not double the quotes within quotes
  bool is_of_aliexpress = false;  ///< a program copied its cells from AliExpress's pages
};

/// `FIELD=COLUMN` of --map.
using ColumnMap = std::vector<std::pair<Role, std::string>>;

/// Returns the layout of a known program; the table may have additional columns. If there are
/// several, returns the one with the most columns.
std::optional<TableShape> known_shape(const std::vector<std::string>& header);

/// Returns the shape of an unknown table by its column names; nullopt if no column has order
/// numbers.
std::optional<TableShape> guessed_shape(const std::vector<std::string>& header);

/// Whether the header has all the columns that --map names.
bool has_columns(const std::vector<std::string>& header, const ColumnMap& map);

/// Returns the shape of a table with --map, which takes precedence; nullopt if no column has order
/// numbers. Throws UserError for a column that the header does not have.
std::optional<TableShape> mapped_shape(const std::vector<std::string>& header,
                                       const ColumnMap& map);

/// Returns the dialect of a header line, with the delimiter that gives the most known columns.
Dialect dialect_of(const std::string& header_line);

/// Returns why a table with this header cannot be imported; empty if the reason is unknown.
std::string trouble_with_header(const std::vector<std::string>& header);

}  // namespace aliprotect
