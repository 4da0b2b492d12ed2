#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

#include "platform/remove_on_signal.h"

namespace aliprotect {

/// A file that is written beside its place and put there whole, or not at all: one that was not put
/// in its place is gone with its object, and where a signal ends the program. Throws UserError
/// where the system refuses.
class AtomicFile {
 public:
  /// The draft is empty. It lies in the folder of `place`, for its owner alone.
  explicit AtomicFile(const std::string& place);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  const std::string& path() const { return path_; }
  int descriptor() const { return descriptor_; }
  void set_mode(mode_t mode);

  /// Syncs it and gives it its name, in place of what has that name.
  void put_in_place();
  /// The same, unless something has that name already.
  void put_in_free_place();

 private:
  void sync();
  void finish();
  [[noreturn]] void fail(int error) const;

  std::string place_;
  std::string path_;
  int descriptor_ = -1;
  std::optional<RemoveOnSignal> by_signal_;
};

}  // namespace aliprotect
