#pragma once

#include <string>
#include <vector>

#include "commands/support/listing.h"

namespace aliprotect {

/// `--alarm` as typed: lengths of time, several with commas between, or `none`; nothing: the
/// default. The longest first, each once. Throws UserError (usage).
std::vector<Seconds> read_alarms(const Context& context, const std::vector<std::string>& words);

/// Writes what calendars are to be told of the orders of the listing (docs/calendar.md), while they
/// are read.
void write_calendar(Context& context, const Listing& listing, const std::vector<Seconds>& alarms,
                    Output& out);

}  // namespace aliprotect
