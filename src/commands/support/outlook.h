#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"
#include "commands/support/due.h"

namespace aliprotect {

/// Returns what the list of due orders leaves out: the next deadline if nothing is due, urgent
/// steps of other orders, missing deadlines, or that all orders are finished. One sentence each;
/// none if nothing applies.
std::vector<std::string> outlook(Context& context, Store& store, const DueOrders& due);

/// Returns a sentence for each source of `sync` whose file or folder cannot be read.
std::vector<std::string> unreadable_sources(const Context& context);

}  // namespace aliprotect
