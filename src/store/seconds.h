#pragma once

#include <cstdint>

#include "aliprotect/time.h"

namespace aliprotect::store {

/// Converts between instants and their stored form: UTC seconds since 1970.
constexpr std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }
constexpr Instant instant(std::int64_t seconds) { return Instant{Seconds{seconds}}; }

/// Whether the seconds are between 1970 and 3999. Recorded times are before 3000, and deadlines
/// follow them by at most a few decades.
constexpr bool is_instant(std::int64_t seconds) {
  constexpr std::int64_t end =
      Instant{std::chrono::sys_days{std::chrono::year{4000} / 1 / 1}}.time_since_epoch().count();
  return seconds >= 0 && seconds < end;
}

}  // namespace aliprotect::store
