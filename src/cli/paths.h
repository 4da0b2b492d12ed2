#pragma once

#include <string>

#include "cli/environment.h"

namespace aliprotect::cli {

/// Returns `$XDG_DATA_HOME/aliprotect/orders.db`, or the path below `~/.local/share`. Relative XDG
/// paths are ignored. Throws UserError if there is no home folder.
std::string default_store_path(const Environment& environment);
/// Returns `$XDG_CONFIG_HOME/aliprotect`, or the path below `~/.config`; empty if there is no home
/// folder.
std::string config_folder(const Environment& environment);
/// Returns the path of `config.toml` in the config folder; empty if there is no home folder.
std::string config_path(const Environment& environment);

/// Returns the absolute path of a path in the config file: `~` is the home folder, and a relative
/// path starts in the config folder. Throws UserError (usage) if HOME is not set.
std::string path_in_config(const Environment& environment, const std::string& path);

/// Creates the folder of the store (mode 0700) if it is missing. Throws StoreError.
void make_folder_for(const std::string& store_path);

}  // namespace aliprotect::cli
