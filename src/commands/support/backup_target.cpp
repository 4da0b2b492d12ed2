#include "commands/support/backup_target.h"

#include <filesystem>
#include <system_error>

#include "aliprotect/error.h"
#include "aliprotect/store_file.h"
#include "platform/real_path.h"
#include "render/text.h"

namespace aliprotect {
namespace {

namespace fs = std::filesystem;

void refuse_own_store(const std::string& path, const std::string& store) {
  const FileRole role = role_of(path, store);
  if (role == FileRole::store)
    throw UserError(printable(path) + " is the store itself; use another file");
  if (role == FileRole::sidecar)
    throw UserError(printable(path) + " belongs to a store; use another file");
}

/// SQLite would apply a -wal or -journal file found there to the copy.
void refuse_journal_files(const std::string& path) {
  const std::string leftover = leftover_journal(path);
  if (leftover.empty()) return;
  throw UserError(printable(leftover) +
                  " contains changes of another store, which would damage the copy; move it away, "
                  "or use another file");
}

void refuse_other_kinds(const std::string& path, const fs::file_status& status) {
  if (fs::is_directory(status)) throw UserError(printable(path) + " is a folder; use a file in it");
  if (!fs::is_regular_file(status))
    throw UserError(printable(path) + " is not a regular file; use another file");
}

void refuse_existing(const std::string& path, bool replace) {
  if (!replace) {
    throw UserError(printable(path) +
                    " already exists; use another file, or replace an older copy with --force");
  }
  if (!has_store_header(path)) {
    throw UserError(printable(path) + " is not a store, so it is not replaced; use another file");
  }
}

}  // namespace

BackupTarget target_for_backup(const std::string& path, const std::string& store, bool replace) {
  refuse_own_store(path, store);
  std::error_code unknown;
  const fs::file_status link = fs::symlink_status(path, unknown);
  if (link.type() == fs::file_type::not_found || link.type() == fs::file_type::none) {
    refuse_journal_files(path);
    return {path, true};
  }
  const fs::file_status status = fs::status(path, unknown);
  if (!fs::exists(status)) {
    throw UserError(printable(path) + " is a symbolic link to a missing file; use the file itself");
  }
  refuse_other_kinds(path, status);
  const std::string file = real_path(path);
  if (fs::file_size(file, unknown) > 0) refuse_existing(path, replace);
  return {file, false};
}

}  // namespace aliprotect
