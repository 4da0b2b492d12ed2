#pragma once

#include <string>
#include <vector>

namespace aliprotect {

/// A file to import.
struct ImportInput {
  std::string name;
  bool is_in_folder = false;  ///< it was found in a folder, and may be anything
};

/// Returns the files to import: those named, and those in named folders and the folders in them,
/// sorted by name. Unfinished messages of a Maildir (`tmp`) are left out. Throws UserError if a
/// folder cannot be read.
std::vector<ImportInput> import_inputs(const std::vector<std::string>& names);

/// Whether a file of a folder is read although its content does not tell what it is.
bool has_table_name(const std::string& name);

}  // namespace aliprotect
