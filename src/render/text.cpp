#include "render/text.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>

namespace aliprotect {
namespace {

struct Character {
  utf8proc_int32_t code_point;  ///< negative: a byte that is no UTF-8
  std::string_view bytes;
};

/// Calls `visit(Character)` for each character until it returns false.
template <typename Visit>
void each_character(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    utf8proc_int32_t code_point = -1;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    const std::size_t size = read > 0 ? static_cast<std::size_t>(read) : 1;
    if (!visit(Character{read > 0 ? code_point : -1, text.substr(0, size)})) return;
    text.remove_prefix(size);
  }
}

bool turns_direction(utf8proc_int32_t code_point) {
  return code_point == 0x200E || code_point == 0x200F || code_point == 0x061C ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

bool breaks_lines(utf8proc_int32_t code_point) {
  return code_point == 0x2028 || code_point == 0x2029;
}

std::string escaped(const Character& character) {
  switch (character.code_point) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case -1:
      return fmt::format("\\x{:02x}", static_cast<unsigned char>(character.bytes[0]));
    default:
      return fmt::format("\\u{:04x}", character.code_point);
  }
}

bool needs_escape(utf8proc_int32_t code_point) {
  return code_point < 0 || utf8proc_category(code_point) == UTF8PROC_CATEGORY_CC ||
         turns_direction(code_point) || breaks_lines(code_point);
}

std::size_t width_of(utf8proc_int32_t code_point) {
  return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code_point)));
}

}  // namespace

std::string printable(std::string_view text) {
  std::string shown;
  each_character(text, [&](const Character& character) {
    if (needs_escape(character.code_point)) {
      shown += escaped(character);
    } else {
      shown += character.bytes;
    }
    return true;
  });
  return shown;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  each_character(text, [&](const Character& character) {
    width += width_of(character.code_point);
    return true;
  });
  return width;
}

std::string clipped(std::string_view text, std::size_t width, std::string_view ending) {
  if (display_width(text) <= width) return std::string(text);
  const std::size_t room = width - std::min(width, display_width(ending));
  if (room == 0) return width == 0 ? std::string() : clipped(ending, width, "");
  std::string kept;
  std::size_t used = 0;
  each_character(text, [&](const Character& character) {
    used += width_of(character.code_point);
    if (used > room) return false;
    kept += character.bytes;
    return true;
  });
  return kept.append(ending);
}

std::string in_ascii(std::string_view text) {
  std::string ascii;
  each_character(text, [&](const Character& character) {
    const bool is_ascii = character.code_point >= 0 && character.code_point < 0x80;
    if (is_ascii) {
      ascii += character.bytes;
    } else if (character.bytes == "·") {
      ascii += '-';
    } else if (width_of(character.code_point) > 0) {
      ascii += '?';
    }
    return true;
  });
  return ascii;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t filled = 0;  // of the last line
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty()) continue;
    const std::size_t wide = display_width(word);
    if (!lines.empty() && filled + 1 + wide <= width) {
      lines.back().append(" ").append(word);
      filled += 1 + wide;
    } else {
      lines.emplace_back(word);
      filled = wide;
    }
  }
  return lines;
}

}  // namespace aliprotect
