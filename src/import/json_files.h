#pragma once

#include <istream>

#include "import/row.h"

namespace aliprotect {

/// Reads the tracker's own JSONL: an order object a line; blank lines are passed over. `line` is
/// the number of the first line.
void read_jsonl(std::istream& in, const RowSink& sink, std::size_t line = 1);

/// Reads the tracker's own JSON: an array of order objects, or one; never the whole array in
/// memory. A text that is no JSON at all is one rejected row.
void read_json(std::istream& in, const RowSink& sink);

}  // namespace aliprotect
