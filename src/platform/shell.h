#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace aliprotect {

/// The result of a shell command.
struct ShellResult {
  bool succeeded = false;  ///< the exit status is 0
  std::string status;      ///< `exit status 75`, `signal 9 (Killed)`
  std::string errors;      ///< its standard error
};

/// Runs `command` in a shell with `input` as standard input and the descriptor `output` as standard
/// output, and waits for it. Throws UserError if it cannot be started.
using RunInShell =
    std::function<ShellResult(const std::string& command, std::string_view input, int output)>;

/// Runs `command` with `/bin/sh -c`. It inherits the environment and the working folder.
ShellResult run_in_shell(const std::string& command, std::string_view input, int output);

}  // namespace aliprotect
