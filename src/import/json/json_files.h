#pragma once

#include <istream>

#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// Reads JSON values that stand one behind the other, mostly one a line: orders, or what holds
/// orders. `line` is the number of the first line.
void read_json_values(std::istream& in, const Reading& reading, const RowSink& sink,
                      std::size_t line = 1);

/// Reads a JSON array of the same, never the whole of it in memory, or any one JSON value. A text
/// that is no JSON at all is one rejected row.
void read_json(std::istream& in, const Reading& reading, const RowSink& sink);

}  // namespace aliprotect
