#include "import/text/tracking_number.h"

#include "core/text/quote.h"
#include "core/text/rounded_number.h"
#include "core/text/scanner.h"
#include "import/merge/row.h"

namespace aliprotect {

std::string read_tracking_number(std::string_view text) {
  // Some carriers' numbers have an E between digits, but none a sign.
  const bool has_sign = text.find_first_of(".,+") != std::string_view::npos;
  if (has_sign && is_rounded_by_spreadsheet(text)) {
    throw RowError(in_quotes(text) +
                   " is no tracking number: a spreadsheet has rounded it, and its last digits are "
                   "lost; set the column's format to text, or copy the number from the order page");
  }
  return std::string(text);
}

bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return a && b ? same_word(*a, *b) : !a && !b;
}

}  // namespace aliprotect
