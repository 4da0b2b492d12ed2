#pragma once

#include <string_view>

#include "commands/support/command.h"

namespace aliprotect {

/// Adds every command of the tracker to the program, in the order of its help. Those that are not
/// to be `described` have only their name: describing all of them would be a good part of what a
/// short run costs. To add a command: a file with its options, its run and its registration, and a
/// row in commands.cpp.
void add_commands(Command& program, const std::function<bool(std::string_view name)>& described);

}  // namespace aliprotect
