#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "aliprotect/time.h"

namespace aliprotect::testing {

/// One run of the program, in this process.
struct Outcome {
  ExitCode code;
  std::string out;
  std::string errors;
};

/// The world of a run: nothing of the real one but the file system.
struct World {
  std::map<std::string, std::string> variables;
  std::string now = "2026-11-20T12:00:00Z";  ///< what the clock shows
  std::optional<Instant> clock;              ///< the same, where that cannot be written as text
  std::string input;
  bool terminal = false;
  std::size_t width = 80;  ///< of the terminal
};

Outcome run_program(const std::vector<std::string>& arguments, const World& world);

/// `a 'b c' "d"` as a shell takes it apart; no variables, no wildcards.
std::vector<std::string> words_of(const std::string& command_line);

}  // namespace aliprotect::testing
