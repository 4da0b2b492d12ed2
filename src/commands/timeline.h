#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/listing.h"
#include "render/timeline/time_scale.h"

namespace aliprotect {

/// What a picture of the orders shows: as far as they reach, but for an end that an option gives.
/// Throws UserError (usage).
TimeRange shown_range(Context& context, const std::vector<Order>& orders,
                      const std::optional<std::string>& from,
                      const std::optional<std::string>& until);

}  // namespace aliprotect
