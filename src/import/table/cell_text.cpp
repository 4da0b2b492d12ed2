#include "import/table/cell_text.h"

#include <algorithm>
#include <iterator>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

/// What programs and people write where there is nothing.
bool states_nothing(std::string_view cell) {
  constexpr std::string_view words[] = {"-",    "--",   "\u2013", "\u2014", "n/a", "#n/a",
                                        "null", "none", "nan",    "nil",    "n.a."};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return same_word(cell, word); });
}

}  // namespace

std::string_view spreadsheet_text(std::string_view cell) {
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"'))
    return trimmed(cell.substr(2, cell.size() - 3));
  const bool is_kept_text = cell.size() > 1 && cell.front() == '\'' &&
                            (is_digit(cell[1]) || is_letter(cell[1])) && !cell.ends_with('\'');
  return is_kept_text ? cell.substr(1) : cell;
}

std::string_view plain_text(std::string_view cell) {
  const std::string_view text = spreadsheet_text(trimmed(cell));
  return states_nothing(text) ? std::string_view() : text;
}

}  // namespace aliprotect
