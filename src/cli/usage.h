#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/error.h"
#include "commands/support/command.h"

namespace aliprotect::cli {

bool is_among(const std::vector<std::string>& words, std::string_view word);

/// What is wrong with a server's address as an argument. It does not quote the address, which may
/// have a password.
inline constexpr std::string_view misplaced_address = "pass the address of a store with --db";

/// Returns an error about a word that `command` does not accept, with the closest match.
std::string unexpected_word(const Command& command, const std::string& word);

/// Returns ` (see `aliprotect rules --help`)`, the end of errors about the command line.
std::string see_help_of(const Command& command);

/// Returns an error about an unknown command of `family`, with the closest match.
UserError no_such_command(const Command& family, const std::string& word);

/// Returns the command `name` of a family, or null.
const Command* find_command(const Command& family, const std::string& name);
Command* find_command(Command& family, const std::string& name);

/// Returns the option `name` (`--days`) of a command, or null.
const Option* find_option(const Command& command, const std::string& name);
Option* find_option(Command& command, const std::string& name);

/// Returns the long option names of the command and of the program.
std::vector<std::string> option_names(const Command& command);

/// Returns `aliprotect rules show`.
std::string full_name(const Command& command);

}  // namespace aliprotect::cli
