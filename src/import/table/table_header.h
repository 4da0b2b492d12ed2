#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/table/csv_records.h"
#include "import/table/own_csv.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// What begins a table: the names of its columns, and how its cells are told apart.
struct TableHeader {
  std::string text;  ///< all that stands before the first row
  std::vector<std::string> cells;
  Dialect dialect;
  std::optional<OwnColumns> own;    ///< of the tracker's own CSV
  std::optional<TableShape> shape;  ///< of any other
};

/// Reads as far as the header; some lines may stand above it, such as a title. Nothing where the
/// file is blank. Throws UserError where none of the first lines is a header that is known, or
/// where it lacks columns of `map`.
std::optional<TableHeader> read_header(Lines& lines, const ColumnMap& map);

/// The header that a row is: files that were put together have several.
std::optional<TableHeader> header_within(const std::string& row, const ColumnMap& map);

}  // namespace aliprotect
