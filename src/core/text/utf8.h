#pragma once

#include <string_view>

namespace aliprotect {

/// What some programs write before a text to say that it is UTF-8.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The text behind the mark, where it has one.
constexpr std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
}

/// Whether a text is UTF-8 from end to end.
bool is_utf8(std::string_view text);

}  // namespace aliprotect
