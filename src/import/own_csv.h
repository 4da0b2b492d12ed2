#pragma once

#include <optional>
#include <string>
#include <vector>

#include "import/page_cells.h"
#include "import/stated_facts.h"

namespace aliprotect {

struct OwnColumn;

/// The columns of the tracker's own CSV: the keys of the order object.
struct OwnColumns {
  std::vector<const OwnColumn*> read;  ///< null where a column is passed over
  std::vector<std::string> unknown_columns;
};

/// Nothing where the header is not that of our own CSV.
std::optional<OwnColumns> own_columns(const std::vector<std::string>& header);

/// Reads a row; derived keys are ignored, as in JSON. Throws RowError.
StatedFacts read_own_row(const std::vector<std::string>& cells, const OwnColumns& columns,
                         const CellReading& reading);

}  // namespace aliprotect
