#pragma once

#include <string>
#include <vector>

#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"
#include "rules/groups.h"

namespace aliprotect {

/// What `report` tells.
struct Report {
  Instant now;
  std::vector<AssessedOrder> by_turn;     ///< the timeline, from top to bottom
  std::vector<AssessedOrder> by_urgency;  ///< the same orders
  TimeRange shown;
  std::size_t open = 0;  ///< with those that are not shown
  std::size_t critical = 0;
  std::size_t soon = 0;
  OrderSum at_risk = {};
  std::vector<Group> sellers = {};
  std::size_t more_sellers = 0;  ///< that are not shown
};

/// One page of HTML that needs nothing else: no script, no file, no network.
std::string report_page(const Report& report, const Zone& zone);

}  // namespace aliprotect
