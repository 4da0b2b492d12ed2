#pragma once

#include <string_view>

#include "commands/support/command.h"

namespace aliprotect {

/// Adds every command to the program, in the order of the help. Commands for which `described`
/// returns false get only their name, because describing all of them slows down a short run. To add
/// a command, write a file with its options, `run` and registration, and add a row in commands.cpp.
void add_commands(Command& program, const std::function<bool(std::string_view name)>& described);

}  // namespace aliprotect
