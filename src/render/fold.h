#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aliprotect {

/// `line` in lines of at most `width` columns, broken between words, and within a word that is
/// wider still. The further ones stand below the text of the first: after its label where it has
/// one (`label  text`), else a little further in. Colours take no column.
std::string folded(std::string_view line, std::size_t width);

}  // namespace aliprotect
