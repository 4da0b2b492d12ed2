#pragma once

#include <CLI/CLI.hpp>

#include "commands/support/command.h"

namespace aliprotect::cli {

/// `completion SHELL`, which needs the whole program: it prints what its parser knows.
void add_completion_command(CLI::App& program, ParsedCommand& chosen);

}  // namespace aliprotect::cli
