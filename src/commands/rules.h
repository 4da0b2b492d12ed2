#pragma once

#include <string>

#include "commands/support/command.h"

namespace aliprotect {

/// Prints one rule set in the run's format, as `rules show` does.
void print_rule_set(Context& context, const Policy& policy);

/// Returns whether the rule set is built in. The user's own set is not, even if a later version
/// adds a built-in one with the same name.
bool is_built_in(Context& context, const std::string& rules);

/// Adds `rules use`.
void add_rules_use(Command& rules);

/// Adds `rules add` and `rules remove`.
void add_own_rules(Command& rules);

}  // namespace aliprotect
