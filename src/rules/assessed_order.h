#pragma once

#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// An order with what it means at `now`: what every output is made of.
struct AssessedOrder {
  const Order& order;
  const Policy& policy;
  Instant now;
  Protection protection = assess(order, policy, now);
  std::optional<Deadline> due = std::nullopt;  ///< the deadline for which `due` names it
};

}  // namespace aliprotect
