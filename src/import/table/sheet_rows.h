#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// Reads the sheets of a workbook as if each had been saved as CSV. Sheets without orders, such as
/// notes, are skipped if another one has orders.
class SheetRows {
 public:
  SheetRows(const Reading& reading, const RowSink& sink) : reading_(reading), sink_(sink) {}

  /// Takes the next row. The rows of a sheet follow each other.
  void take(const std::string& sheet, const std::vector<std::string>& cells);
  /// Must be called after all rows. Throws UserError if no sheet has orders.
  void finish();
  /// The number of sheets without orders.
  std::size_t skipped() const { return skipped_; }

 private:
  void finish_sheet();

  const Reading& reading_;
  const RowSink& sink_;
  std::string sheet_;
  std::string rows_;  ///< of the sheet, as CSV
  std::size_t width_ = 0;
  bool has_table_ = false;
  std::size_t skipped_ = 0;
  std::optional<UserError> trouble_;
};

}  // namespace aliprotect
