#pragma once

#include <cstddef>
#include <string_view>

#include "reader/facts.h"

namespace aliprotect {

inline constexpr std::size_t most_bytes_of_answer = std::size_t{16} * 1024 * 1024;

/// Reads a response of AliExpress, also inside a function call, as browsers receive it:
/// `mtopjsonp2({…})`.
void read_answer_file(int descriptor, FactWriter& writer, Counts& counts);

/// Writes the facts of a response, or the response itself if `import` can read it. Returns false if
/// `text` is not JSON or nested too deeply.
bool write_answer(std::string_view text, const Origin& origin, FactWriter& writer);

}  // namespace aliprotect
