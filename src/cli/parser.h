#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// What a command line asks for.
struct ParsedCommand {
  enum class Answer { run, help, version };
  const Command& command;  ///< the program where none is named
  Answer answer = Answer::run;
};

/// Reads the command line: gives the options of the program and of the named command their values.
/// Throws UserError (usage) that names the nearest word where one is misspelt, and the help to see.
ParsedCommand parse(Command& program, const std::vector<std::string>& words);

/// Gives one option its values; false where a flag's value is neither true nor false.
bool set_values(const Option& option, const std::vector<std::string>& values);

}  // namespace aliprotect::cli
