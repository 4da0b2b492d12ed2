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
  std::vector<const OwnColumn*> read;  ///< null for ignored columns
  std::vector<std::string> unknown_columns;
  /// The column of a status without the columns of the facts that it is derived from.
  std::optional<std::size_t> lone_status;
};

struct OwnRow {
  OrderPatch facts;
  SkippedValues skipped;
};

/// Returns nullopt unless the header has all or some columns of our own CSV. A table in which only
/// the status says how an order ended is not our own.
std::optional<OwnColumns> own_columns(const std::vector<std::string>& header);

/// Reads a row; derived keys are ignored, as in JSON. Values that cannot be read are skipped.
/// Throws RowError if the order number is missing or cannot be read.
OwnRow read_own_row(const std::vector<std::string>& cells, const OwnColumns& columns,
                    const CellReading& reading, NameList& unknown_keys);

/// Reads only the order number of a row whose cells do not match the header; `reason` says why.
/// Throws RowError if the number is not certain.
OwnRow read_own_number(const std::vector<std::string>& cells, const OwnColumns& columns,
                       const std::string& reason);

}  // namespace aliprotect
