#include "store/sqlite/failed_reads.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <map>
#include <mutex>

namespace aliprotect::store {
namespace {

std::atomic<std::size_t> failed{0};

/// SQLite's file methods for this system, with another `xRead`.
struct Methods : sqlite3_io_methods {
  const sqlite3_io_methods* system = nullptr;
};

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
  const sqlite3_io_methods* const system = static_cast<const Methods*>(file->pMethods)->system;
  const int code = system->xRead(file, into, amount, offset);
  if (code != SQLITE_IOERR_CORRUPTFS && code != SQLITE_IOERR_READ) return code;
  ++failed;
  return SQLITE_IOERR_READ;
}

/// Returns the methods with another `xRead`. SQLite has several tables of methods, one for each
/// kind of lock.
const sqlite3_io_methods* with_own_read(const sqlite3_io_methods* system) {
  static std::mutex mutex;
  static std::map<const sqlite3_io_methods*, Methods> known;
  const std::lock_guard lock(mutex);
  Methods& methods = known[system];
  static_cast<sqlite3_io_methods&>(methods) = *system;
  methods.xRead = read;
  methods.system = system;
  return &methods;
}

sqlite3_vfs& system_files() {
  static sqlite3_vfs* const files = sqlite3_vfs_find(nullptr);
  return *files;
}

/// Whether SQLite opened a file read-only although the user may write it.
bool is_needlessly_read_only(const char* name, int wanted, int got) {
  const bool is_read_only = (wanted & SQLITE_OPEN_READWRITE) != 0 && (got & SQLITE_OPEN_READONLY);
  return is_read_only && name != nullptr && ::faccessat(AT_FDCWD, name, W_OK, AT_EACCESS) == 0;
}

int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
  int got = 0;
  errno = 0;
  const int code = system_files().xOpen(&system_files(), name, file, flags, &got);
  if (out_flags != nullptr) *out_flags = got;
  if (code != SQLITE_OK) return errno == EIO ? SQLITE_IOERR : code;
  if (is_needlessly_read_only(name, flags, got)) {
    file->pMethods->xClose(file);
    file->pMethods = nullptr;
    return SQLITE_IOERR;
  }
  file->pMethods = with_own_read(file->pMethods);
  return SQLITE_OK;
}

}  // namespace

void initialize_sqlite() {
  static const int registered = [] {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);  // unused, and would lock at each allocation
    sqlite3_initialize();
    static sqlite3_vfs files = system_files();
    files.zName = "aliprotect";
    files.xOpen = open;
    return sqlite3_vfs_register(&files, 1);
  }();
  if (registered != SQLITE_OK) throw SQLite::Exception(sqlite3_errstr(registered), registered);
}

std::size_t failed_reads() noexcept { return failed; }

bool is_failed_read(const SQLite::Exception& failure) {
  return failure.getExtendedErrorCode() == SQLITE_IOERR_READ ||
         failure.getErrorCode() == SQLITE_IOERR_READ;
}

}  // namespace aliprotect::store
