#pragma once

#include "commands/support/command.h"

namespace aliprotect::cli {

/// Adds `completion SHELL`, which prints a script for all commands of the program.
void add_completion_command(Command& program);

}  // namespace aliprotect::cli
