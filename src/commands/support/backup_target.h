#pragma once

#include <string>

namespace aliprotect {

/// Where to write a copy of the store.
struct BackupTarget {
  std::string path;     ///< symbolic links are resolved
  bool is_free = true;  ///< false: an empty file or a store is replaced
};

/// Returns the target for a copy of `store`. Throws UserError if `path` is the store itself,
/// belongs to a store, is not a store, or is a store and `replace` is false; also if a -wal or
/// -journal file next to `path` would damage the copy.
BackupTarget target_for_backup(const std::string& path, const std::string& store, bool replace);

}  // namespace aliprotect
