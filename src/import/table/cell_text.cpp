#include "import/table/cell_text.h"

#include <algorithm>
#include <iterator>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

/// Texts that programs and people write instead of leaving a cell empty.
bool is_empty(std::string_view cell) {
  constexpr std::string_view words[] = {"-",    "--",   "\u2013", "\u2014", "n/a", "#n/a",
                                        "null", "none", "nan",    "nil",    "n.a."};
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return same_word(cell, word); });
}

/// Consumes `"text"` and blanks around it.
std::optional<std::string_view> take_argument(Scanner& formula) {
  formula.take_blanks();
  if (!formula.take('"')) return std::nullopt;
  const std::string_view text = formula.rest().substr(0, formula.rest().find('"'));
  formula.take(text);
  if (!formula.take('"')) return std::nullopt;
  formula.take_blanks();
  return text;
}

}  // namespace

std::optional<Hyperlink> hyperlink_in(std::string_view cell) {
  // The name of the function depends on the language of the spreadsheet program.
  const auto bracket = std::min(cell.find('('), cell.size());
  if (!cell.starts_with('=') || bracket + 1 >= cell.size()) return std::nullopt;
  Scanner formula(cell.substr(bracket + 1));
  const auto address = take_argument(formula);
  if (!address || (!formula.take(',') && !formula.take(';'))) return std::nullopt;
  const auto text = take_argument(formula);
  if (!text || !formula.take(')') || !formula.done()) return std::nullopt;
  return Hyperlink{*address, trimmed(*text)};
}

std::string_view spreadsheet_text(std::string_view cell) {
  if (const auto link = hyperlink_in(cell)) return link->text;
  if (cell.size() >= 3 && cell.starts_with("=\"") && cell.ends_with('"'))
    return trimmed(cell.substr(2, cell.size() - 3));
  const bool is_kept_text = cell.size() > 1 && cell.front() == '\'' &&
                            (is_digit(cell[1]) || is_letter(cell[1])) && !cell.ends_with('\'');
  return is_kept_text ? cell.substr(1) : cell;
}

std::string_view plain_text(std::string_view cell) {
  const std::string_view text = spreadsheet_text(trimmed(cell));
  return is_empty(text) ? std::string_view() : text;
}

}  // namespace aliprotect
