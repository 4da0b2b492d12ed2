#include "render/text.h"

#include <utf8proc.h>

#include <algorithm>

#include "core/text/hex.h"
#include "core/text/quote.h"
#include "render/cluster.h"

namespace aliprotect {
namespace {

struct Character {
  utf8proc_int32_t code_point;  ///< negative: an invalid byte
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
  std::string escape;
  switch (character.code_point) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case -1:
      escape = "\\x";
      append_hex(escape, static_cast<unsigned char>(character.bytes[0]), 2);
      return escape;
    default:
      append_unicode_escape(escape, static_cast<unsigned>(character.code_point));
      return escape;
  }
}

bool needs_escape(utf8proc_int32_t code_point) {
  return code_point < 0 || utf8proc_category(code_point) == UTF8PROC_CATEGORY_CC ||
         turns_direction(code_point) || breaks_lines(code_point);
}

/// Returns the first word, with its unit if that fits.
std::string_view first_words(std::string_view text, std::size_t width) {
  std::size_t begin = 0;
  std::size_t end = std::min(text.find(' '), text.size());
  while (end < text.size()) {
    const std::size_t next = std::min(text.find(' ', end + 1), text.size());
    if (!is_unit(text.substr(begin, end - begin), text.substr(end + 1, next - end - 1))) break;
    if (display_width(text.substr(0, next)) > width) break;
    begin = end + 1;
    end = next;
  }
  return text.substr(0, end);
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

std::string message_text(std::string_view sentence) {
  constexpr std::size_t longest_message = 2'000;
  return without_middle(printable(sentence), longest_message);
}

std::size_t display_width(std::string_view text) {
  const bool simple =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (simple) return text.size();
  std::size_t width = 0;
  each_cluster(text, [&](const Cluster& cluster) {
    width += cluster.width;
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
  each_cluster(text, [&](const Cluster& cluster) {
    used += cluster.width;
    if (used > room) return false;
    kept += cluster.bytes;
    return true;
  });
  return kept.append(ending);
}

bool is_unit(std::string_view number, std::string_view word) {
  constexpr std::string_view capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  constexpr std::string_view short_units[] = {"d", "h", "min", "s", "%"};
  if (number.starts_with('-')) number.remove_prefix(1);
  if (number.empty() || number.find_first_not_of("0123456789.") != number.npos) return false;
  word = word.substr(0, word.find_last_not_of(".,;:)") + 1);
  const bool currency = word.size() == 3 && word.find_first_not_of(capitals) == word.npos;
  return currency ||
         std::find(std::begin(short_units), std::end(short_units), word) != std::end(short_units);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::size_t filled = 0;  // columns used in the last line
  while (!text.empty()) {
    const std::string_view words = first_words(text, width);
    text.remove_prefix(std::min(words.size() + 1, text.size()));
    if (words.empty()) continue;
    const std::size_t wide = display_width(words);
    if (!lines.empty() && filled + 1 + wide <= width) {
      lines.back().append(" ").append(words);
      filled += 1 + wide;
    } else {
      lines.emplace_back(words);
      filled = wide;
    }
  }
  return lines;
}

}  // namespace aliprotect
