#pragma once

#include <istream>

#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// Reads a table of orders: the tracker's own CSV, a layout known by its header, or one whose
/// columns have well-known names. Throws UserError for any other header. `line` is the number of
/// the first line still to be read.
void read_csv(std::istream& in, const Reading& reading, const RowSink& sink, std::size_t line = 1);

}  // namespace aliprotect
