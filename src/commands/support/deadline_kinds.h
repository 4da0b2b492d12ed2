#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"
#include "rules/deadline_kinds.h"

namespace aliprotect {

/// Declares `--kind`.
void add_kinds(Command& command, std::vector<std::string>& words);

/// Reads `--kind`. Throws UserError (usage) for an unknown kind.
std::vector<DeadlineKind> read_kinds(const std::vector<std::string>& words);

}  // namespace aliprotect
