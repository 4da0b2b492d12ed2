#pragma once

#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "cli/environment.h"

namespace aliprotect::cli {

/// Runs the program once: reads the command line, opens the store, does what was asked, and reports
/// errors.
ExitCode run(const std::vector<std::string>& arguments, Environment environment);

}  // namespace aliprotect::cli
