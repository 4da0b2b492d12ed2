#pragma once

#include <string>

#include "commands/support/command.h"

namespace aliprotect {

/// Prints one rule set in the run's format, as `rules show` does.
void print_rule_set(Context& context, const Policy& policy);

/// Whether the program carries it. One of the user's own under the name of a built-in one, which a
/// later version may bring, is not.
bool is_built_in(Context& context, const std::string& rules);

/// Adds `add` and `remove` to the family of `rules`.
void add_own_rules(Command& rules);

}  // namespace aliprotect
