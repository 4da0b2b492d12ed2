#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/timeline/time_scale.h"

namespace aliprotect {

/// The beginning of a day, month or year, with its label: `23 Nov`, `Nov` or `2027`.
struct Tick {
  Instant at;
  std::string label;
};

/// Returns the days, Mondays, months or years in `zone`, as close together as labels of `room`
/// columns allow.
std::vector<Tick> ticks_of(const TimeScale& scale, std::size_t room, const Zone& zone);

/// `20 Nov`.
std::string short_day(Instant at, const Zone& zone);

}  // namespace aliprotect
