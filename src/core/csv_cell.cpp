#include "core/csv_cell.h"

namespace aliprotect {
namespace {

/// `=1+1`, and `'=1+1` with any number of apostrophes: what a spreadsheet runs, and what was
/// defused.
bool looks_like_formula(std::string_view text) {
  const auto first = text.find_first_not_of('\'');
  return first != std::string_view::npos &&
         std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

}  // namespace

void append_csv_cell(std::string& out, std::string_view text) {
  const bool defuse = looks_like_formula(text);
  const bool has_outer_blanks = text.starts_with(' ') || text.ends_with(' ');
  if (!has_outer_blanks && text.find_first_of(",\"\r\n\t;") == std::string_view::npos) {
    if (defuse) out += '\'';
    out += text;
    return;
  }
  out += defuse ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string_view plain_cell(std::string_view cell) {
  if (cell.starts_with('\'') && looks_like_formula(cell)) cell.remove_prefix(1);
  return cell;
}

}  // namespace aliprotect
