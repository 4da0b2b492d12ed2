#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "import/table/csv_records.h"
#include "import/table/table_layout.h"

namespace aliprotect {

/// What a record must look like, and what may be done about one that does not.
struct Repair {
  Dialect dialect;
  std::size_t width = 0;  ///< how many cells the header has
  /// The column whose text may hold delimiters, where the program that wrote it does not quote
  /// properly.
  std::optional<std::size_t> loose_column;
  LineEnds ends = LineEnds::feeds;
};

/// That column of a table.
std::optional<std::size_t> loose_column(const TableShape& shape);

/// The records that a record stands for: itself where its cells fit, else what reading its lines
/// with quotes as letters makes of it. Nothing of its text is lost.
std::vector<Record> repaired(Record record, const Repair& repair);

/// Throws RowError where the cells are more than the header has, or a quote never ends.
void refuse_misfit(const Record& record, const Repair& repair);

}  // namespace aliprotect
