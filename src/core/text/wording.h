#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <variant>

#include "aliprotect/time.h"

namespace aliprotect {

// What a WHEN (cli 1) says before a zone and the present are known.

/// `2026-12-15`: a bound of that day.
struct CalendarDay {
  std::chrono::year_month_day day;
};
/// `today`: a bound of the day that is so many days from the present one.
struct DayFromToday {
  Days distance;
};
/// `2026-12-15 08:30`: what a wall clock shows.
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
/// None of these; the reason is empty where nothing better is known.
struct Unreadable {
  std::string trouble;
};

using Wording = std::variant<Unreadable, CalendarDay, DayFromToday, WallTime, ExactTime, FromNow>;

/// Reads the form of a WHEN; days and times of day in it exist.
Wording read_wording(std::string_view text);

}  // namespace aliprotect
