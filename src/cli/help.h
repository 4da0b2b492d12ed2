#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// Adds `-h`, `--help` and `--version`, and the examples of the program's help.
void add_help_options(Command& program);

/// Adds `help COMMAND`, where options stand before it.
void add_help_command(Command& program, std::size_t width);

/// The help of the program or of one command, within `width` columns.
std::string help_of(const Command& command, std::size_t width);

/// A command line that begins with `help` made `COMMAND --help`, so that nothing in the world can
/// keep it from being answered; others as they are.
std::vector<std::string> with_help_as_option(std::vector<std::string> words);

/// Whether the answer is a help or a version, which nothing in the world can keep from being given.
bool asks_for_help(const std::vector<std::string>& words);

}  // namespace aliprotect::cli
