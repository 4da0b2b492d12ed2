#pragma once

#include "commands/support/listing.h"

namespace aliprotect {

/// Most urgent first, then by the date of the next step; what has none stands last.
SortKey by_urgency(const AssessedOrder& of);

/// What turns soonest first; what has no date last.
SortKey by_turn(const AssessedOrder& of);

}  // namespace aliprotect
