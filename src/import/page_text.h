#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// `text` as it is looked up in a table of words: without case, in any script; with plain digits,
/// letters and blanks for their full-width, no-break and narrow fellows; one blank between words
/// and none around. A text that is no UTF-8 stays as it is.
std::string folded(std::string_view text);

}  // namespace aliprotect
