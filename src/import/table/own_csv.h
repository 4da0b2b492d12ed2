#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/merge/order_patch.h"
#include "import/table/page_cells.h"

namespace aliprotect {

struct OwnColumn;

/// The columns of the tracker's own CSV: the keys of the order object.
struct OwnColumns {
  std::vector<const OwnColumn*> read;  ///< null where a column is passed over
  std::vector<std::string> unknown_columns;
  /// The column of a status that stands for the facts that it follows from.
  std::optional<std::size_t> lone_status;
};

struct OwnRow {
  OrderPatch facts;
  SkippedValues skipped_values;
};

/// Nothing where the header is not that of our own CSV, or of columns chosen of it. A table that
/// tells by its status alone how an order ended is none.
std::optional<OwnColumns> own_columns(const std::vector<std::string>& header);

/// Reads a row; derived keys are ignored, as in JSON. Throws RowError.
OwnRow read_own_row(const std::vector<std::string>& cells, const OwnColumns& columns,
                    const CellReading& reading, NameList& unknown_keys);

}  // namespace aliprotect
