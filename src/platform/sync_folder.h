#pragma once

#include <string>

namespace aliprotect {

/// Sees to it that the names in the folder of `path` outlive a power cut. The errno of a disk that
/// fails at it, else 0: where a folder cannot be synced at all, that is left to the system.
int sync_folder_of(const std::string& path);

}  // namespace aliprotect
