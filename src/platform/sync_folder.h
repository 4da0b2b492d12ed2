#pragma once

#include <string>

namespace aliprotect {

/// Syncs the folder of `path`, so that its entries survive a power cut. Returns the errno of a disk
/// error, otherwise 0; file systems that cannot sync folders are not an error.
int sync_folder_of(const std::string& path);

}  // namespace aliprotect
