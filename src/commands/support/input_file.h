#pragma once

#include <fstream>
#include <optional>
#include <string>

#include "aliprotect/error.h"

namespace aliprotect {

/// Throws UserError (usage) if the name of a file is empty; `from` says where it was given
/// (`--output`, `import`).
void refuse_empty_name(const std::string& from, const std::string& file);

/// A file cannot be opened because the system lacks memory or the process has too many open files.
struct ResourceShortage : UserError {
  using UserError::UserError;
};

/// Opens a file named on the command line. Throws UserError if it cannot be opened.
std::ifstream open_input(const std::string& file);

/// Returns whether something may exist at `path`. Broken symbolic links and unreachable paths
/// count, so that only a missing file is treated as missing.
bool is_taken(const std::string& path);

/// Returns the content of a file in the config folder, or nothing if it does not exist. Throws
/// UserError if it cannot be read.
std::optional<std::string> read_config_file(const std::string& path);

/// Reads a rule set or a template. Throws UserError if it cannot be read or exceeds 64 KiB; `name`
/// is the source in the message.
std::string read_short_text(std::istream& in, const std::string& name);

}  // namespace aliprotect
