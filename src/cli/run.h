#pragma once

#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "cli/environment.h"

namespace aliprotect::cli {

/// Runs the program once and reports errors on standard error.
ExitCode run(const std::vector<std::string>& arguments, Environment environment);

}  // namespace aliprotect::cli
