#pragma once

#include "commands/support/listing.h"

namespace aliprotect {

/// Sorts by urgency, most urgent first, then by the date of the next step. Steps without a date
/// come last.
SortKey by_urgency(const AssessedOrder& of);

/// Sorts by the next event, soonest first. Orders without one come last.
SortKey by_next_event(const AssessedOrder& of);

}  // namespace aliprotect
