#pragma once

#include <string>
#include <vector>

#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"
#include "rules/groups.h"

namespace aliprotect {

/// The contents of `report`.
struct Report {
  Instant now;
  std::vector<AssessedOrder> by_next_event;  ///< the timeline, from top to bottom
  std::vector<AssessedOrder> by_urgency;     ///< the same orders
  TimeRange shown;
  std::size_t open = 0;  ///< including orders that are not shown
  std::size_t critical = 0;
  std::size_t soon = 0;
  OrderSum at_risk = {};
  std::vector<Group> sellers = {};
  std::size_t more_sellers = 0;  ///< sellers that are not shown
};

/// Returns a self-contained HTML page, without scripts, other files or network access.
std::string report_page(const Report& report, const Zone& zone);

}  // namespace aliprotect
