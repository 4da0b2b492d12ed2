#pragma once

#include <optional>

#include "aliprotect/protection.h"
#include "aliprotect/reminder.h"

namespace aliprotect {

/// An order with its status, deadlines and next step at `now`: the input of all output.
struct AssessedOrder {
  const Order& order;
  const Policy& policy;
  Instant now;
  Protection protection = assess(order, policy, now);
  std::optional<Deadline> due = std::nullopt;       ///< the deadline that `due` lists it for
  std::optional<Reminder> reminder = std::nullopt;  ///< the reminder that `remind` sends
};

}  // namespace aliprotect
