#include "platform/sync_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace aliprotect {
namespace {

bool is_failure_of_disk(int error) { return error == EIO || error == ENOSPC || error == EDQUOT; }

}  // namespace

int sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int handle =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return is_failure_of_disk(errno) ? errno : 0;
  const int error = ::fsync(handle) == 0 ? 0 : errno;
  ::close(handle);
  return is_failure_of_disk(error) ? error : 0;
}

}  // namespace aliprotect
