#pragma once

#include <string_view>

#include "aliprotect/time.h"
#include "import/text/printed_day.h"

namespace aliprotect {

/// How to read the times of a file.
struct PageClock {
  const Zone& zone;
  DateOrder order = DateOrder::unknown;
  Instant now{};  ///< `12d 3h 4m` counts from it; without it, such times are refused
};

/// Reads a time in a file: as AliExpress's pages and their exports print it in the languages of
/// data/import (`2026-03-24 07:44:46`, `24.03.2026`, `Mar 24, 2026`, `10 de fev. de 2026`), as
/// programs write it (`20120801154220368+0800`, seconds since 1970), or as a WHEN of the command
/// line. A time without a zone is in `clock.zone`, and a date alone is a bound of its day. A time
/// that occurs twice means the earlier for an end and the later for a beginning. One that daylight
/// saving time skips is read as the first instant after the gap: an hour is not worth losing the
/// value. Throws RowError, which says what was expected.
Instant read_page_date(std::string_view text, Bound bound, const PageClock& clock);

// The same forms, on the command line.

/// Reads a WHEN. Throws UserError.
TypedTime read_typed_date(std::string_view text, Bound bound, Instant now, const Zone& zone);
/// Whether the instant depends on the time zone.
bool typed_date_needs_zone(std::string_view text);

}  // namespace aliprotect
