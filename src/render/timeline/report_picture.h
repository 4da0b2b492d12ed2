#pragma once

#include <vector>

#include "render/template_text.h"
#include "render/timeline/time_scale.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// Lays the timeline of the orders into the fields of the report's drawing. Places are percents of
/// its width, so that it fits a phone as well as paper.
void add_picture(FieldValues& page, const std::vector<AssessedOrder>& orders,
                 const TimeRange& shown, Instant now, const Zone& zone);

}  // namespace aliprotect
