#include "core/text/quote.h"

#include <cstddef>

#include "core/text/hex.h"
#include "core/text/utf8.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_excerpt = 80;  // bytes

constexpr unsigned byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

constexpr bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

/// Returns the size in bytes of the first character of `text`; 0 if it is invalid UTF-8.
std::size_t character_size(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  const std::size_t size = lead < 0x80                   ? 1
                           : lead >= 0xC2 && lead < 0xE0 ? 2
                           : lead >= 0xE0 && lead < 0xF0 ? 3
                           : lead >= 0xF0 && lead < 0xF5 ? 4
                                                         : 0;
  return size <= text.size() && is_utf8(text.substr(0, size)) ? size : 0;
}

/// C0, DEL, C1, line separators, and marks that change the text direction.
bool is_control(std::string_view character) {
  const unsigned first = byte_at(character, 0);
  const unsigned second = byte_at(character, 1);
  const unsigned third = byte_at(character, 2);
  if (character.size() == 1) return first < 0x20 || first == 0x7F;
  if (character.size() == 2) return first == 0xC2 && second < 0xA0;
  if (first != 0xE2) return false;
  return (second == 0x80 && (third == 0x8E || third == 0x8F || (third >= 0xA8 && third <= 0xAE))) ||
         (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

std::string escaped(std::string_view bytes) {
  if (bytes == "\n") return "\\n";
  if (bytes == "\r") return "\\r";
  if (bytes == "\t") return "\\t";
  std::string text;
  for (const char c : bytes) {
    text += "\\x";
    append_hex(text, static_cast<unsigned char>(c), 2);
  }
  return text;
}

}  // namespace

std::string excerpt(std::string_view text) {
  std::string quote;
  while (!text.empty()) {
    if (quote.size() >= longest_excerpt) return quote + "…";
    const std::size_t size = character_size(text);
    const std::string_view character = text.substr(0, size == 0 ? 1 : size);
    const bool plain = size != 0 && !is_control(character);
    quote += plain ? std::string(character) : escaped(character);
    text.remove_prefix(character.size());
  }
  return quote;
}

std::string in_quotes(std::string_view text) { return '"' + excerpt(text) + '"'; }

std::string without_middle(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  std::size_t before = most / 2;
  std::size_t behind = text.size() - most / 2;
  while (before > 0 && continues_character(text[before])) --before;
  while (behind < text.size() && continues_character(text[behind])) ++behind;
  return std::string(text.substr(0, before)) + " … " + std::string(text.substr(behind));
}

}  // namespace aliprotect
