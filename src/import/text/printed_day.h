#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// Whether day or month comes first in 03/04/2026; unknown: refused if both are possible.
enum class DateOrder { unknown, day_first, month_first };

/// A day as a page prints it.
struct PrintedDay {
  std::chrono::year_month_day day;
  std::string trouble;        ///< why it is not a day, or empty
  bool is_ambiguous = false;  ///< it can mean two days, which `trouble` names
};

/// Takes `2026-03-24`, `24.03.2026`, `3/24/2026`, `24 mar 2026`, `mar 24, 2026`, `1er mars 2026`,
/// `24th march 2026`, a day of the week or an article before it or not, the word year behind it or
/// not. From folded text; takes nothing where the text is written otherwise.
std::optional<PrintedDay> take_printed_day(Scanner& text, DateOrder order);

}  // namespace aliprotect
