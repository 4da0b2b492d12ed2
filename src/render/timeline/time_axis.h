#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "render/timeline/time_scale.h"

namespace aliprotect {

/// A day that begins, and what it is called: `23 Nov`; of months and years `Nov`, `2027`.
struct Tick {
  Instant at;
  std::string label;
};

/// Days, Mondays, months or years of a calendar in `zone`: the closest together that leave each
/// label `room` columns.
std::vector<Tick> ticks_of(const TimeScale& scale, std::size_t room, const Zone& zone);

/// `20 Nov`.
std::string short_day(Instant at, const Zone& zone);

}  // namespace aliprotect
