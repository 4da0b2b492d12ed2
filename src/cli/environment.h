#pragma once

#include <chrono>
#include <functional>
#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "aliprotect/store.h"
#include "aliprotect/time.h"
#include "platform/shell.h"
#include "render/output.h"

namespace aliprotect::cli {

/// Everything the program uses of its process, so that tests can run it in their own.
struct Environment {
  std::function<std::optional<std::string>(const std::string& name)> variable;
  std::function<Instant()> clock;
  std::function<Author()> author;  ///< the user and the host of the process
  std::istream& in;
  Output::Sink out;
  std::reference_wrapper<std::ostream> errors;
  bool out_is_terminal = false;
  std::optional<std::size_t> terminal_width;
  bool errors_are_on_terminal = false;
  std::function<std::chrono::milliseconds()> stopwatch;  ///< since some fixed instant
  RunInShell run_in_shell;
  /// Returns the path of aliprotect-read, or an empty string if it is not installed.
  std::function<std::string()> find_reader;
};

/// Returns the environment of this process.
Environment process_environment();

}  // namespace aliprotect::cli
