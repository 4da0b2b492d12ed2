#include "core/text/csv_cell.h"

#include <algorithm>
#include <array>

namespace aliprotect {
namespace {

constexpr bool is_among(char c, std::string_view set) { return set.find(c) != set.npos; }

/// A set of bytes as a lookup table.
constexpr std::array<bool, 256> bytes_of(std::string_view set) {
  std::array<bool, 256> bytes{};
  for (const char c : set) bytes[static_cast<unsigned char>(c)] = true;
  return bytes;
}

constexpr auto quoted = bytes_of(",\"\r\n\t;");

/// Matches formulas such as `=1+1`, and the same after any number of apostrophes.
bool looks_like_formula(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), [](char c) { return c != '\''; });
  return first != text.end() && is_among(*first, "=+-@\t\r");
}

bool needs_quotes(std::string_view text) {
  return text.starts_with(' ') || text.ends_with(' ') ||
         std::any_of(text.begin(), text.end(),
                     [](char c) { return quoted[static_cast<unsigned char>(c)]; });
}

void append_doubled(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out.resize(begin + 2 * text.size());  // once: cells with JSON have many quotes
  char* to = out.data() + begin;
  for (const char c : text) {
    *to++ = c;
    if (c == '"') *to++ = '"';
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const char* const mark = looks_like_formula(text) ? "'" : "";
  if (!needs_quotes(text)) {
    out.append(mark).append(text);
    return;
  }
  out.append("\"").append(mark);
  append_doubled(out, text);
  out += '"';
}

std::string_view plain_cell(std::string_view cell) {
  if (cell.starts_with('\'') && looks_like_formula(cell)) cell.remove_prefix(1);
  return cell;
}

}  // namespace aliprotect
