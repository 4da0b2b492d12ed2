#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "platform/remove_on_signal.h"

namespace aliprotect {

/// Writes a file completely or not at all: as a temporary file that then replaces the target. An
/// unfinished file is removed with the object, and when a signal ends the program. Throws UserError
/// if the system reports an error.
class AtomicFile {
 public:
  /// Creates an empty temporary file in the folder of `target`, readable only by its owner.
  explicit AtomicFile(const std::string& target);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  const std::string& path() const { return path_; }
  int descriptor() const { return descriptor_; }
  void set_mode(mode_t mode);

  /// Syncs the file and moves it to the target, replacing an existing file.
  void replace_target();
  /// Syncs the file and moves it to the target. Fails if a file exists there.
  void create_target();

 private:
  void sync();
  void finish();
  [[noreturn]] void fail(int error) const;

  std::string target_;
  std::string path_;
  int descriptor_ = -1;
  std::optional<RemoveOnSignal> by_signal_;
};

}  // namespace aliprotect
