#pragma once

#include <string>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// The result of parsing a command line.
struct ParsedCommand {
  enum class Answer { run, help, version };
  const Command& command;  ///< the program if none is named
  Answer answer = Answer::run;
};

/// Parses the command line, and sets the options of the program and of the named command. Throws
/// UserError (usage) that suggests the closest word and names the help to read.
ParsedCommand parse(Command& program, const std::vector<std::string>& words);

/// Sets the values of one option. Returns false if a flag's value is neither true nor false.
bool set_values(const Option& option, const std::vector<std::string>& values);

}  // namespace aliprotect::cli
