#pragma once

#include <string>
#include <vector>

#include "aliprotect/time.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// An event of an order: a recorded fact, or a time limit from the rules or the seller.
struct HistoryEvent {
  Instant at;
  Bound bound;  ///< how to format a time that is a bound of its day
  std::string what;
};

/// Returns all events, oldest first: recorded facts, time limits that still apply, and limits that
/// passed while the order was open.
std::vector<HistoryEvent> history(const AssessedOrder& of);

}  // namespace aliprotect
