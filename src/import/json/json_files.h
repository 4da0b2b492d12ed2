#pragma once

#include <istream>

#include "import/merge/row.h"
#include "import/reading.h"

namespace aliprotect {

/// Reads JSON values one after the other, mostly one per line: orders, or values that contain some.
/// `line` is the number of the first line.
void read_json_values(std::istream& in, const Reading& reading, const RowSink& sink,
                      std::size_t line = 1);

/// Reads a JSON array of such values, one element at a time, or a single value. A text that is not
/// JSON is one rejected row.
void read_json(std::istream& in, const Reading& reading, const RowSink& sink);

}  // namespace aliprotect
