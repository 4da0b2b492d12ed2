#pragma once

#include <string_view>

namespace aliprotect {

/// The UTF-8 byte order mark that some programs write before a text.
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Returns the text without a leading byte order mark.
constexpr std::string_view without_byte_order_mark(std::string_view text) {
  return text.substr(text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0);
}

/// Whether `text` is valid UTF-8.
bool is_utf8(std::string_view text);

}  // namespace aliprotect
