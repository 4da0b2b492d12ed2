#pragma once

#include <optional>
#include <vector>

#include "render/output.h"
#include "render/style.h"
#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// What a timeline shows: its orders from top to bottom.
struct TimelineOrders {
  std::vector<AssessedOrder> orders;
  Instant now;
  TimeRange shown;
};

/// Draws it within the style's picture width: under an axis with dates a line an order, today as
/// one column through all of them; below it the orders of which no date is known, and what the
/// signs mean. Nothing where there are no orders.
void print_timeline(const TimelineOrders& timeline, const Zone& zone, const Style& style,
                    Output& out);

}  // namespace aliprotect
