#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Appends the last `digits` hexadecimal digits of `value`, in lower case.
inline void append_hex(std::string& text, unsigned value, unsigned digits) {
  constexpr std::string_view all = "0123456789abcdef";
  for (unsigned left = digits; left > 0; --left) text += all[(value >> (4 * (left - 1))) & 0xF];
}

/// Appends `\u` and four hexadecimal digits, as JSON writes a UTF-16 code unit.
inline void append_unicode_escape(std::string& text, unsigned code_unit) {
  text += "\\u";
  append_hex(text, code_unit, 4);
}

}  // namespace aliprotect
