#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/import_memory.h"
#include "commands/support/import_inputs.h"

namespace aliprotect {

/// A file of a source that is new or has changed.
struct SourceFile {
  ImportInput input;
  ReadFile state;          ///< what to remember once the file was read
  std::int64_t begin = 0;  ///< where the new part of an mbox begins that has only grown
};

/// Returns why the file or folder cannot be opened; nullopt if it can.
std::optional<std::string> reason_not_to_open(const std::string& path);

/// Returns the files of a source that are new or have changed since they were read, sorted by name.
/// A file is known by its name, size and time, and a mail in a Maildir by the unique part of its
/// name, so that moving it from `new` to `cur` or flagging it does not make it new. Throws
/// UserError if `path` cannot be read.
std::vector<SourceFile> unread_files(const std::string& path, std::vector<ReadFile> read);

}  // namespace aliprotect
