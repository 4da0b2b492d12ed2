#pragma once

#include <string_view>

#include "aliprotect/time.h"
#include "import/text/printed_day.h"

namespace aliprotect {

/// How the times of a file are read.
struct PageClock {
  const Zone& zone;
  DateOrder order = DateOrder::unknown;
};

/// Reads a date or time as AliExpress's pages and their exports print it: `2026-03-24 07:44:46`,
/// `24.03.2026`, `Mar 24, 2026`, `3. Aug. 2025`, `10 de fev. de 2026`, `3 авг. 2025 г.`, in
/// English, German, French, Spanish, Portuguese, Italian, Dutch, Polish or Russian, a time of day
/// behind it or before; and `20120801154220368+0800`. A time without a zone is in `clock.zone`. A
/// date alone is a bound of its day; a time that occurs twice means the earlier for an end and the
/// later for a beginning; one that was skipped means the first instant past the gap, since a row is
/// worth more than an hour. Throws RowError that says what was expected.
Instant read_page_date(std::string_view text, Bound bound, const PageClock& clock);

}  // namespace aliprotect
