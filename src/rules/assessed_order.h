#pragma once

#include <optional>

#include "aliprotect/alarm.h"
#include "aliprotect/protection.h"

namespace aliprotect {

/// An order with what it means at `now`: what every output is made of.
struct AssessedOrder {
  const Order& order;
  const Policy& policy;
  Instant now;
  Protection protection = assess(order, policy, now);
  std::optional<Deadline> due = std::nullopt;  ///< the deadline for which `due` names it
  std::optional<Alarm> alarm = std::nullopt;   ///< what `remind` tells of it
};

}  // namespace aliprotect
