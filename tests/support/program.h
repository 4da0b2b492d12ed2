#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "aliprotect/store.h"
#include "aliprotect/time.h"

namespace aliprotect::testing {

/// Runs the program in this process.
struct Outcome {
  ExitCode code;
  std::string out;
  std::string errors;
};

/// The environment of a run. Only the file system is real.
struct World {
  std::map<std::string, std::string> variables;
  std::string now = "2026-11-20T12:00:00Z";  ///< the present
  std::optional<Instant> clock;              ///< replaces `now` if it cannot be written as text
  Author author = {"anna", "desk"};
  std::string input;
  bool terminal = false;
  std::size_t width = 80;  ///< width of the terminal
};

Outcome run_program(const std::vector<std::string>& arguments, const World& world);

/// Splits `a 'b c' "d"` like a shell, without variables and wildcards.
std::vector<std::string> words_of(const std::string& command_line);

}  // namespace aliprotect::testing
