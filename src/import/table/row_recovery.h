#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/table/csv_records.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// What a record should look like, and how to repair one that does not.
struct Repair {
  Dialect dialect;
  std::size_t width = 0;  ///< the number of cells in the header
  /// The column whose text may contain delimiters, if the file's program does not quote properly.
  std::optional<std::size_t> loose_column;
  LineEnds ends = LineEnds::feeds;
};

/// Returns that column of a table.
std::optional<std::size_t> loose_column(const TableShape& shape);

/// Returns the record itself if its cells fit, otherwise its lines, read with quotes as ordinary
/// characters. None of its text is lost.
std::vector<Record> repaired(Record record, const Repair& repair);

/// Throws RowError if the record is longer than an order can be.
void refuse_too_long(const Record& record);

/// Returns an error if there are too many cells to assign them to columns; empty if there are not.
std::string misfit_of(const Record& record, const Repair& repair);

}  // namespace aliprotect
