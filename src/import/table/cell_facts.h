#pragma once

#include <optional>
#include <string_view>

#include "import/table/row_reading.h"

namespace aliprotect {

/// Records what a cell in a column with this role states. `unit` is the currency that the header
/// names. Throws RowError if the cell cannot be read.
void read_cell(Role role, std::string_view cell, std::optional<Currency> unit, RowReading& reading);

}  // namespace aliprotect
