#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aliprotect {

/// Wraps `line` at `width` columns, between words if possible. Continuation lines are indented to
/// the text after the label if the line has one (before two blanks), otherwise by a little. The
/// text after a label of more than half the width begins on a line of its own. Colour sequences
/// take no columns.
std::string folded(std::string_view line, std::size_t width);

}  // namespace aliprotect
