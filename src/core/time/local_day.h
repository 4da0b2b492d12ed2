#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/time.h"

namespace aliprotect {

/// The first instant at which a clock in `zone` shows `local`, or has gone past it in a gap.
Instant first_at_or_past(std::chrono::local_seconds local, const Zone& zone);

/// A day's first or last second in `zone`, midnight or not; nothing for a day that was left out
/// altogether. The last is the one before the next day's first.
std::optional<Instant> bound_of_day(std::chrono::local_days day, Bound bound, const Zone& zone);

/// `2026-10`: the month that a calendar in `zone` shows.
std::string month_of(Instant at, const Zone& zone);

}  // namespace aliprotect
