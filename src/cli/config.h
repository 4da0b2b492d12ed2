#pragma once

#include <string>

#include "cli/settings.h"

namespace aliprotect::cli {

bool has_config(const std::string& path);

/// Applies the config file, if it exists, as defaults of the program's options: global options,
/// `currency` and `rules` at the top, options such as `within = "7d"` in the section of a command
/// that records nothing, and the sources of `sync`. Throws UserError (usage) that names the file
/// and the key.
void apply_config(Command& program, Settings& settings, const std::string& path);

}  // namespace aliprotect::cli
