#pragma once

#include <optional>
#include <vector>

#include "render/output.h"
#include "render/style.h"
#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// The contents of a timeline, with the orders from top to bottom.
struct TimelineOrders {
  std::vector<AssessedOrder> orders;
  Instant now;
  TimeRange shown;
};

/// Draws a timeline within the style's chart width: an axis with dates, one line per order, today
/// as a column through all lines, the legend, and a list of orders without a known date. Prints
/// nothing without orders.
void print_timeline(const TimelineOrders& timeline, const Zone& zone, const Style& style,
                    Output& out);

}  // namespace aliprotect
