#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/error.h"
#include "commands/support/command.h"

namespace aliprotect::cli {

bool is_among(const std::vector<std::string>& words, std::string_view word);

/// What is wrong with a word that nothing takes, with the nearest that `command` knows.
std::string unexpected_word(const Command& command, const std::string& word);

/// ` (see `aliprotect rules --help`)`: how a sentence about the command line ends.
std::string see_help_of(const Command& command);

/// `word` names no command of `family`, with the nearest that does.
UserError no_such_command(const Command& family, const std::string& word);

/// The command `name` of a family, or null.
const Command* find_command(const Command& family, const std::string& name);
Command* find_command(Command& family, const std::string& name);

/// The option `name` (`--days`) of a command, or null.
const Option* find_option(const Command& command, const std::string& name);

/// `--format` and the like: those of the command and of the program.
std::vector<std::string> option_names(const Command& command);

/// `aliprotect rules show`.
std::string full_name(const Command& command);

}  // namespace aliprotect::cli
