#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/table/csv_records.h"
#include "import/table/own_csv.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// The header of a table: the names of its columns, and how its cells are separated.
struct TableHeader {
  std::string text;  ///< all text before the first row
  std::vector<std::string> cells;
  Dialect dialect;
  std::optional<OwnColumns> own;    ///< if it is the tracker's own CSV
  std::optional<TableShape> shape;  ///< if it is any other table
};

/// Reads up to and including the header; lines such as a title may come before it. Returns nullopt
/// if the file is blank. Throws UserError if none of the first lines is a known header with the
/// columns of `map`.
std::optional<TableHeader> read_header(Lines& lines, const ColumnMap& map);

/// Returns the row as a header if it is one: concatenated files have several.
std::optional<TableHeader> header_within(const std::string& row, const ColumnMap& map);

}  // namespace aliprotect
