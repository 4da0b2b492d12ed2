#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"

namespace aliprotect {

/// Returns what would otherwise go unnoticed about the open orders if none of them is due: the next
/// deadline, urgent next steps, and missing deadlines. One sentence each; none if nothing applies.
std::vector<std::string> outlook(Context& context, Store& store);

}  // namespace aliprotect
