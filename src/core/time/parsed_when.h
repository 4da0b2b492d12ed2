#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "aliprotect/time.h"

namespace aliprotect {

// A parsed WHEN, before it is resolved with a zone and the present.

/// `2026-12-15`: a bound of that day.
struct CalendarDay {
  std::chrono::year_month_day day;
};
/// `today`: a bound of the day this many days from today.
struct DayFromToday {
  Days distance;
};
/// `2026-12-15 08:30`: a local time.
struct WallTime {
  std::chrono::local_seconds shown;
};
/// `2026-12-15T08:30:00Z`
struct ExactTime {
  Instant at;
};
/// `+3d`, `3 days ago`, `now`
struct FromNow {
  Seconds distance;
};
/// Invalid text; the reason may be empty.
struct InvalidWhen {
  std::string problem;
};

using ParsedWhen =
    std::variant<InvalidWhen, CalendarDay, DayFromToday, WallTime, ExactTime, FromNow>;

/// Parses a WHEN. Its days and times of day are checked for validity.
ParsedWhen parse_when(std::string_view text);

/// Whether the instant depends on the time zone.
bool needs_zone(const ParsedWhen& parsed);

/// Returns the instant that `parsed`, read from `text`, means. Throws UserError if it is invalid,
/// or if the zone has no such time.
TypedTime resolve_when(const ParsedWhen& parsed, std::string_view text, Bound bound, Instant now,
                       const Zone& zone);

}  // namespace aliprotect
