#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace aliprotect {

/// How a command that the shell ran has ended.
struct ShellResult {
  bool well = false;   ///< with exit status 0
  std::string how;     ///< `exit status 75`, `signal 9 (Killed)`
  std::string errors;  ///< what it wrote to standard error
};

/// Lets the shell run `command` with `input` as its standard input, and waits for its end. Throws
/// UserError where it cannot be begun.
using RunInShell = std::function<ShellResult(const std::string& command, std::string_view input)>;

/// Runs `command` by `/bin/sh -c`, in this process's environment and folder; its standard output is
/// this one's.
ShellResult run_in_shell(const std::string& command, std::string_view input);

}  // namespace aliprotect
