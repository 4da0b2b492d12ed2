#pragma once

#include <array>

#include "aliprotect/time.h"

namespace aliprotect {

/// `2026-12-15T08:30:00Z`
std::array<char, 20> rfc3339(Instant at);

}  // namespace aliprotect
