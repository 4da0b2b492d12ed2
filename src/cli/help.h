#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// Adds `-h`, `--help` and `--version`, and the examples of the program's help.
void add_help_options(Command& program);

/// Adds the command `help`, used if options come before it; see `with_help_as_option`.
void add_help_command(Command& program, std::size_t width);

/// Returns the help of the program or of one command, at most `width` columns wide.
std::string help_of(const Command& command, std::size_t width);

/// Turns `help COMMAND` into `COMMAND --help`, so that it works even if the environment or the
/// config file is invalid. Other command lines are returned unchanged.
std::vector<std::string> with_help_as_option(std::vector<std::string> words);

/// Returns whether help or the version is requested; these ignore the config file.
bool asks_for_help(const std::vector<std::string>& words);

}  // namespace aliprotect::cli
