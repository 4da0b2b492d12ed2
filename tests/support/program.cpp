#include "support/program.h"

#include <sstream>

#include "cli/run.h"
#include "platform/shell.h"

namespace aliprotect::testing {

Outcome run_program(const std::vector<std::string>& arguments, const World& world) {
  std::string out;
  std::istringstream in(world.input);
  std::ostringstream errors;
  const cli::Environment environment{
      .variable = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = world.variables.find(name);
        return found == world.variables.end() ? std::nullopt : std::optional(found->second);
      },
      .clock = [&] { return world.clock ? *world.clock : from_rfc3339(world.now).value(); },
      .author = [&] { return world.author; },
      .in = in,
      .out = [&](std::string_view text) { out += text; },
      .errors = errors,
      .out_is_terminal = world.terminal,
      .terminal_width = world.terminal ? std::optional(world.width) : std::nullopt,
      .errors_are_on_terminal = false,
      .stopwatch = [] { return std::chrono::milliseconds(0); },
      .run_in_shell = run_in_shell,
      .find_reader = [] { return std::string(READER_PROGRAM); }};
  const ExitCode code = cli::run(arguments, environment);
  return {code, out, errors.str()};
}

std::vector<std::string> words_of(const std::string& command_line) {
  std::vector<std::string> words;
  std::string word;
  bool begun = false;
  char quote = 0;
  for (const char c : command_line) {
    if (quote != 0) {
      if (c == quote) {
        quote = 0;
      } else {
        word += c;
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      begun = true;
    } else if (c == ' ') {
      if (begun) words.push_back(word);
      word.clear();
      begun = false;
    } else {
      word += c;
      begun = true;
    }
  }
  if (begun) words.push_back(word);
  return words;
}

}  // namespace aliprotect::testing
