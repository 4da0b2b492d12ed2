#pragma once

#include <string>

namespace aliprotect {

/// Where a copy of the store is to lie.
struct BackupPlace {
  std::string path;     ///< the file itself where a symbolic link was named
  bool is_free = true;  ///< else the copy takes the place of what is there
};

/// Refuses what a copy would destroy, or what would destroy the copy: another file than a copy of a
/// store (that one gives way where `replace` is set), the store itself and the files beside it, a
/// place beside which changes of another store wait. Throws UserError.
BackupPlace place_for_backup(const std::string& path, const std::string& store, bool replace);

}  // namespace aliprotect
