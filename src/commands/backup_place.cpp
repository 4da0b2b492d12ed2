#include "commands/backup_place.h"

#include <filesystem>
#include <string_view>
#include <system_error>

#include "aliprotect/error.h"
#include "aliprotect/store.h"
#include "render/text.h"

namespace aliprotect {
namespace {

namespace fs = std::filesystem;

/// What SQLite and `remind` keep beside a store.
constexpr std::string_view companions[] = {"-wal", "-shm", "-journal", "-remind"};

/// The path without links as far as it exists.
std::string resolved(const std::string& path) {
  std::error_code unknown;
  const fs::path whole = fs::weakly_canonical(path, unknown);
  return unknown ? path : whole.string();
}

bool is_same_file(const std::string& one, const std::string& other) {
  std::error_code unknown;
  return fs::equivalent(one, other, unknown) && !unknown;
}

void refuse_own_store(const std::string& path, const std::string& store) {
  if (is_same_file(path, store)) {
    throw UserError(printable(path) + " is the store itself: name another file for its copy");
  }
  for (const std::string_view companion : companions) {
    if (resolved(path) == resolved(store) + std::string(companion)) {
      throw UserError(printable(path) +
                      " is a file that belongs to the store: name another one for its copy");
    }
  }
}

/// SQLite would take what waits there for changes of the copy.
void refuse_waiting_changes(const std::string& path) {
  for (const char* companion : {"-wal", "-journal"}) {
    std::error_code unknown;
    if (!fs::exists(path + companion, unknown) && !unknown) continue;
    throw UserError(printable(path) + companion +
                    " holds changes of another store, and would spoil a copy of that name: move "
                    "it away, or name another file");
  }
}

void refuse_other_kinds(const std::string& path, const fs::file_status& status) {
  if (fs::is_directory(status))
    throw UserError(printable(path) + " is a folder: name a file in it");
  if (!fs::is_regular_file(status))
    throw UserError(printable(path) + " is no regular file: name one for the copy");
}

void refuse_existing(const std::string& path, bool replace) {
  if (!replace) {
    throw UserError(printable(path) +
                    " exists already: name another file, or replace an older copy with --force");
  }
  if (!Store::begins_as_store(path)) {
    throw UserError(printable(path) +
                    " is no copy of a store, and is left as it is: name another file");
  }
}

}  // namespace

BackupPlace place_for_backup(const std::string& path, const std::string& store, bool replace) {
  refuse_own_store(path, store);
  std::error_code unknown;
  const fs::file_status link = fs::symlink_status(path, unknown);
  if (link.type() == fs::file_type::not_found || link.type() == fs::file_type::none) {
    refuse_waiting_changes(path);
    return {path, true};
  }
  const fs::file_status status = fs::status(path, unknown);
  if (!fs::exists(status)) {
    throw UserError(printable(path) +
                    " is a symbolic link to a file that is not there: name the file itself");
  }
  refuse_other_kinds(path, status);
  const std::string file = resolved(path);
  if (fs::file_size(file, unknown) > 0) refuse_existing(path, replace);
  refuse_waiting_changes(file);
  return {file, false};
}

}  // namespace aliprotect
