#pragma once

#include <vector>

#include "render/template_text.h"
#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// Adds the timeline of the orders to the fields of the report's chart. Positions are percentages
/// of the width, so the chart fits any screen and paper.
void add_picture(FieldValues& page, const std::vector<AssessedOrder>& orders,
                 const TimeRange& shown, Instant now, const Zone& zone);

}  // namespace aliprotect
