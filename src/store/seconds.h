#pragma once

#include <cstdint>

#include "aliprotect/time.h"

namespace aliprotect::store {

/// An instant as the tables keep it: seconds of UTC since 1970.
constexpr std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }
constexpr Instant instant(std::int64_t seconds) { return Instant{Seconds{seconds}}; }

/// Whether a fact can be of that time: clocks that begin in the last year that can be typed end
/// long before the year 4000.
constexpr bool is_instant(std::int64_t seconds) {
  constexpr std::int64_t end =
      Instant{std::chrono::sys_days{std::chrono::year{4000} / 1 / 1}}.time_since_epoch().count();
  return seconds >= 0 && seconds < end;
}

}  // namespace aliprotect::store
