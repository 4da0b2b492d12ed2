#pragma once

#include <optional>
#include <string>

#include "rules/assessed_order.h"
#include "rules/next_event.h"

namespace aliprotect {

// The words beside an order's bar.

/// `!!` is critical, `!` soon: colours alone are not seen by everyone, nor in a file.
const char* mark_of(Urgency urgency);

/// `2 d`, `5 h`, `3 min`: what is left, rounded down; `now` where nothing is.
std::string time_left(Instant at, Instant now);

/// `closes`, `evidence due`: what the time left runs out to; the status where nothing is known to
/// come.
std::string what_comes(const AssessedOrder& of, const std::optional<NextEvent>& turn);

}  // namespace aliprotect
