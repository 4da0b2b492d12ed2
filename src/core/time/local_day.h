#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/time.h"

namespace aliprotect {

/// Returns the first instant at which `zone` shows `local`, or the end of the gap that skips it.
Instant first_at_or_past(std::chrono::local_seconds local, const Zone& zone);

/// Returns the first or last second of a day in `zone`, or nullopt if the zone skips the day. The
/// day may start after midnight.
std::optional<Instant> bound_of_day(std::chrono::local_days day, Bound bound, const Zone& zone);

/// Returns the local month: `2026-10`.
std::string month_of(Instant at, const Zone& zone);

}  // namespace aliprotect
