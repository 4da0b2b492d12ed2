#pragma once

#include "commands/shell.h"

namespace aliprotect::cli {

/// By `/bin/sh -c`, in this process's environment and folder; its standard output is this one's.
ShellEnd run_in_shell(const std::string& command, std::string_view input);

}  // namespace aliprotect::cli
