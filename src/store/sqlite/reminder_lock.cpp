#include "store/sqlite/reminder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <thread>

#include "store/sqlite/errors.h"
#include "store/sqlite/sidecar_files.h"

namespace aliprotect::store {
namespace {

using std::chrono::milliseconds;

std::string lock_path(const std::string& store) {
  return without_links(store) + reminder_lock_suffix;
}

int open_lock_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (file < 0) throw file_error(path, errno);
  return file;
}

bool try_lock(int file) { return ::flock(file, LOCK_EX | LOCK_NB) == 0; }

StoreError lock_timeout(const std::string& store) {
  return StoreError(
      "another `aliprotect remind` of " + store +
      " is still running, so nothing was sent: check whether its --exec command hangs");
}

}  // namespace

ReminderLock::ReminderLock(const std::string& store, milliseconds lock_wait)
    : file_(open_lock_file(lock_path(store))) {
  constexpr milliseconds pause{10};
  for (milliseconds waited{0}; !try_lock(file_); waited += pause) {
    const int error = errno;
    if ((error == EWOULDBLOCK || error == EINTR) && waited < lock_wait) {
      std::this_thread::sleep_for(pause);
      continue;
    }
    ::close(file_);
    throw error == EWOULDBLOCK ? lock_timeout(store) : file_error(lock_path(store), error);
  }
}

ReminderLock::~ReminderLock() { ::close(file_); }

}  // namespace aliprotect::store
