#pragma once

#include "commands/support/command.h"

namespace aliprotect::cli {

/// `completion SHELL`, which needs the whole program: it prints what all commands take.
void add_completion_command(Command& program);

}  // namespace aliprotect::cli
