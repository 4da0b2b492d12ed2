#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// How help looks, and `-h`, `--help` and `--version`.
/// Within `width` columns.
void set_help_style(CLI::App& program, std::size_t width);

/// The help of the program or of one command.
std::string help_of(const CLI::App& app);

/// `help COMMAND`, where options stand before it.
void add_help_command(CLI::App& program, ParsedCommand& chosen);

/// A command line that begins with `help` made `COMMAND --help`, so that nothing in the world can
/// keep it from being answered; others as they are.
std::vector<std::string> with_help_as_option(std::vector<std::string> words);

/// Whether the answer is a help or a version, which nothing in the world can keep from being given.
bool asks_for_help(const std::vector<std::string>& words);

}  // namespace aliprotect::cli
