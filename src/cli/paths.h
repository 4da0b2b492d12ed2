#pragma once

#include <string>

#include "cli/environment.h"

namespace aliprotect::cli {

/// `$XDG_DATA_HOME/aliprotect/orders.db`, or below `~/.local/share`; relative XDG paths are
/// ignored. Throws UserError where there is no home folder.
std::string default_store_path(const Environment& environment);
/// `$XDG_CONFIG_HOME/aliprotect`, or below `~/.config`; empty where there is no home folder.
std::string config_folder(const Environment& environment);
/// Its `config.toml`; empty likewise.
std::string config_path(const Environment& environment);

/// Makes the folder of the store (mode 0700) where it is missing. Throws StoreError.
void make_folder_for(const std::string& store_path);

}  // namespace aliprotect::cli
