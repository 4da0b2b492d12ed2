#pragma once

#include <string>
#include <vector>

#include "commands/support/listing.h"

namespace aliprotect {

/// Reads `--alarm`: lengths separated by commas, or `none`; no words mean the default. Returns them
/// without duplicates, longest first. Throws UserError (usage).
std::vector<Seconds> read_alarms(const Context& context, const std::vector<std::string>& words);

/// Writes the calendar of the listing's orders while reading them; docs/calendar.md describes it.
void write_calendar(Context& context, const Listing& listing, const std::vector<Seconds>& alarms,
                    Output& out);

}  // namespace aliprotect
