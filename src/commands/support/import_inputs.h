#pragma once

#include <functional>
#include <string>
#include <vector>

namespace aliprotect {

/// A file to import.
struct ImportInput {
  std::string name;
  bool is_in_folder = false;  ///< found in a folder, so its format is unknown
};

/// Returns the files to import: those named, and those in named folders and the folders in them,
/// sorted by name. Unfinished messages of a Maildir (`tmp`) are left out. Throws UserError if a
/// folder cannot be read.
std::vector<ImportInput> import_inputs(const std::vector<std::string>& names);

/// Calls `visit` with the files in a folder and the folders in it, except unfinished messages of a
/// Maildir (`tmp`). Throws UserError if a folder cannot be read.
void for_each_file_below(const std::string& folder,
                         const std::function<void(const std::string& file)>& visit);

/// Whether to read a file found in a folder although its format cannot be detected.
bool has_table_name(const std::string& name);

}  // namespace aliprotect
