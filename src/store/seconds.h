#pragma once

#include <cstdint>

#include "aliprotect/time.h"

namespace aliprotect::store {

/// An instant as the tables keep it: seconds of UTC since 1970.
constexpr std::int64_t seconds(Instant at) { return at.time_since_epoch().count(); }
constexpr Instant instant(std::int64_t seconds) { return Instant{Seconds{seconds}}; }

}  // namespace aliprotect::store
