#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "aliprotect/error.h"

namespace aliprotect::cli {

/// What is wrong with the command line, in one sentence, with the nearest word where one was
/// misspelt and the help to look at.
UserError usage_error_of(const CLI::App& program, const CLI::ParseError& error);

/// `word` names no command of `family`, with the nearest that does.
UserError no_such_command(const CLI::App& family, const std::string& word);

/// The command `name` of `app`, or null.
const CLI::App* find_command(const CLI::App& app, const std::string& name);

/// The command that was named, or the program where none was.
const CLI::App& named_command(const CLI::App& program);

/// `--format` and the like: those of the command and of the program.
std::vector<std::string> option_names(const CLI::App& command);

/// `aliprotect rules show`.
std::string full_name(const CLI::App& command);

}  // namespace aliprotect::cli
