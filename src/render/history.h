#pragma once

#include <string>
#include <vector>

#include "aliprotect/time.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// One instant of an order's life, in words: a fact, or a limit that a rule or the seller set.
struct HistoryEvent {
  Instant at;
  Bound bound;  ///< what the date alone would mean
  std::string what;
};

/// From the order to its end, oldest first: every recorded fact with its time, the limits that
/// still matter, and those that have passed while the order was open.
std::vector<HistoryEvent> history(const AssessedOrder& of);

}  // namespace aliprotect
