#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/listing.h"
#include "render/timeline/time_scale.h"

namespace aliprotect {

/// Returns the time range of a chart: that of the orders, unless `from` or `until` is given. Throws
/// UserError (usage).
TimeRange shown_range(Context& context, const std::vector<Order>& orders,
                      const std::optional<std::string>& from,
                      const std::optional<std::string>& until);

}  // namespace aliprotect
