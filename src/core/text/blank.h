#pragma once

#include <string_view>

namespace aliprotect {

/// Whether `text` contains only blanks, tabs and line breaks.
constexpr bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace aliprotect
