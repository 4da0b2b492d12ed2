#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"
#include "rules/deadline_kinds.h"

namespace aliprotect {

/// Declares `--kind`.
void add_kinds(Command& command, std::vector<std::string>& words);

/// `--kind` as typed. Throws UserError (usage) that names the known ones.
std::vector<DeadlineKind> read_kinds(const std::vector<std::string>& words);

}  // namespace aliprotect
