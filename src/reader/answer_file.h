#pragma once

#include <cstddef>
#include <string_view>

#include "reader/facts.h"

namespace aliprotect {

inline constexpr std::size_t most_bytes_of_answer = std::size_t{16} * 1024 * 1024;

/// Reads an answer of AliExpress, also within the call of a function, as browsers receive it:
/// `mtopjsonp2({…})`.
void read_answer_file(int descriptor, FactWriter& writer, Counts& counts);

/// Writes the facts of an answer, or the answer itself if `import` reads it. Returns false if
/// `text` is not JSON or nested too deeply.
bool write_answer(std::string_view text, const Origin& origin, FactWriter& writer);

}  // namespace aliprotect
