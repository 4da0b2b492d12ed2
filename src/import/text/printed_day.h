#pragma once

#include <optional>
#include <string>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// Whether day or month comes first in 03/04/2026. If unknown, such a date is refused if both are
/// possible.
enum class DateOrder { unknown, day_first, month_first };

/// A day as a page prints it.
struct PrintedDay {
  std::chrono::year_month_day day;
  std::string trouble;        ///< why it is invalid, or empty
  bool is_ambiguous = false;  ///< two days are possible; `trouble` names them
};

/// Consumes `2026-03-24`, `24.03.2026`, `3/24/2026`, `24 mar 2026`, `mar 24, 2026`, `1er mars
/// 2026`, `24th march 2026`, with or without a weekday or an article before it and the word year
/// after it. Takes folded text; consumes nothing in another form.
std::optional<PrintedDay> take_printed_day(Scanner& text, DateOrder order);

}  // namespace aliprotect
