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
    throw RowError(
        in_quotes(text) +
        " is not a valid tracking number: a spreadsheet rounded it and the last digits are "
        "lost; format the column as text, or copy the number from the order page");
  }
  return std::string(text);
}

bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return a && b ? same_word(*a, *b) : !a && !b;
}

}  // namespace aliprotect
