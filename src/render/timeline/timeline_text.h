#pragma once

#include <optional>
#include <string>

#include "rules/assessed_order.h"
#include "rules/next_event.h"

namespace aliprotect {

// The texts next to an order's bar.

/// `!!` for critical, `!` for soon, because not everyone sees colours and files have none.
const char* urgency_mark(Urgency urgency);

/// The time left, rounded down: `2 d`, `5 h`, `3 min`; `now` if none is left.
std::string time_left(Instant at, Instant now);

/// Names the next event: `closes`, `evidence due`; the status if there is none.
std::string next_event_label(const AssessedOrder& of, const std::optional<NextEvent>& next);

}  // namespace aliprotect
