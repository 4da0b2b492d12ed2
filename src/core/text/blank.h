#pragma once

#include <string_view>

namespace aliprotect {

/// Nothing but blanks, tabs and line breaks: states nothing.
constexpr bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace aliprotect
