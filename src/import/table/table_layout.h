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

/// Whose clock the times without a zone were read off (domain 3).
enum class Clock { pacific, users, utc };

/// What the header of a table says about its rows.
struct TableShape {
  std::vector<Role> roles;  ///< of each column
  /// What `Price (EUR)` names, of each column; or none at all.
  std::vector<std::optional<Currency>> currencies;
  std::vector<std::string> unknown_columns;  ///< their names as they stand
  Clock clock = Clock::users;
  DateOrder dates = DateOrder::unknown;
  bool has_totals_rows = false;  ///< a row without a title sums an order up
  bool is_badly_quoted = false;  ///< its program does not double the quotes within quotes
};

/// `FIELD=COLUMN` of --map.
using ColumnMap = std::vector<std::pair<Role, std::string>>;

/// The layout whose columns the header has: the one with the most, where it has those of several.
std::optional<TableShape> known_shape(const std::vector<std::string>& header);

/// A layout that no program of ours is known to write, by what its columns are called. Nothing
/// where no column has the order numbers.
std::optional<TableShape> guessed_shape(const std::vector<std::string>& header);

/// Whether the header has all the columns that --map names.
bool has_columns(const std::vector<std::string>& header, const ColumnMap& map);

/// What --map makes of a layout, having the last word. Nothing where no column has the order
/// numbers. Throws UserError for a column that is not there.
std::optional<TableShape> mapped_shape(const std::vector<std::string>& header,
                                       const ColumnMap& map);

/// How a header line's cells are told apart: by the delimiter under which most of them are known.
Dialect dialect_of(const std::string& header_line);

/// Why a table with this header cannot be imported whatever its rows; empty where it is not known.
std::string trouble_with_header(const std::vector<std::string>& header);

}  // namespace aliprotect
