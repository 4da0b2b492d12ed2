#include "platform/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "aliprotect/error.h"
#include "platform/sync_folder.h"

namespace aliprotect {
namespace {

/// Returns 0 or an errno. On file systems that cannot rename without replacing, it is not atomic.
int rename_to_free_name(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  struct stat old {};
  if (::lstat(to.c_str(), &old) == 0) return EEXIST;
  return ::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

}  // namespace

AtomicFile::AtomicFile(const std::string& target) : target_(target), path_(target + ".XXXXXX") {
  descriptor_ = ::mkostemp(path_.data(), O_CLOEXEC);
  if (descriptor_ < 0) fail(errno);
  by_signal_.emplace(path_);
}

AtomicFile::~AtomicFile() {
  if (descriptor_ < 0) return;
  ::close(descriptor_);
  ::unlink(path_.c_str());
}

void AtomicFile::set_mode(mode_t mode) { ::fchmod(descriptor_, mode); }

void AtomicFile::replace_target() {
  sync();
  if (::rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
  finish();
}

void AtomicFile::create_target() {
  sync();
  if (const int error = rename_to_free_name(path_, target_)) fail(error);
  finish();
}

void AtomicFile::sync() {
  if (::fsync(descriptor_) != 0) fail(errno);
}

void AtomicFile::finish() {
  by_signal_.reset();
  ::close(descriptor_);
  descriptor_ = -1;
  if (const int error = sync_folder_of(target_)) {
    throw UserError(target_ + " was written, but a power cut may lose it: " + std::strerror(error) +
                    "; check the disk and write it again");
  }
}

void AtomicFile::fail(int error) const {
  throw UserError(target_ + " cannot be written: " + std::strerror(error) +
                  "; nothing was changed");
}

}  // namespace aliprotect
