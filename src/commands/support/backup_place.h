#pragma once

#include <string>

namespace aliprotect {

/// Where a copy of the store is to lie.
struct BackupPlace {
  std::string path;     ///< the file itself where a symbolic link was named
  bool is_free = true;  ///< else it is an empty file or a store, which the copy replaces
};

/// Refuses what a copy would destroy: a file that is not a store, one that is unless `replace` is
/// set, the store itself and the files beside it. Also what would destroy the copy: a free place
/// beside which changes of another store wait. Throws UserError.
BackupPlace place_for_backup(const std::string& path, const std::string& store, bool replace);

}  // namespace aliprotect
