#include "store/file_check.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "store/errors.h"
#include "store/migrations.h"

namespace aliprotect::store {
namespace {

/// The first bytes of every SQLite file (sqlite.org/fileformat.html).
using Header = std::array<unsigned char, 100>;
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t version_offset = 60;
constexpr std::size_t application_offset = 68;

std::string_view name_of_kind(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISFIFO(mode)) return "a pipe";
  if (S_ISSOCK(mode)) return "a socket";
  return "a device";
}

bool has_content(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && status.st_size > 0;
}

/// So that a power cut cannot take away the name of a file whose content was synced.
void sync_folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const int handle =
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  ::fsync(handle);
  ::close(handle);
}

std::uint32_t big_endian(const Header& header, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | header[offset + i];
  return value;
}

StoreError foreign_file(const std::string& path) {
  return StoreError(
      path +
      " is not an aliprotect store, or its first bytes are damaged: name another file with --db, "
      "or restore a backup");
}

void expect_ok(int result) {
  if (result != SQLITE_OK) throw SQLite::Exception("its first bytes cannot be read", result);
}

Header read_header(sqlite3_file& file) {
  Header header{};
  const int result = file.pMethods->xRead(&file, header.data(), static_cast<int>(header.size()), 0);
  if (result != SQLITE_IOERR_SHORT_READ) expect_ok(result);
  return header;
}

bool is_ours(const Header& header) {
  return std::equal(magic.begin(), magic.end(), header.begin()) &&
         big_endian(header, application_offset) == application_id;
}

}  // namespace

FileState look_at(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return FileState::absent;
    throw file_error(path, errno);
  }
  if (!S_ISREG(status.st_mode)) {
    throw StoreError(path + " is " + std::string(name_of_kind(status.st_mode)) +
                     ", not a store: name a file with --db");
  }
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0) throw file_error(path, errno);
  if (status.st_size == 1) throw foreign_file(path);  // SQLite would take it for an empty one
  if (status.st_size > 0) return FileState::present;
  if (has_content(path + "-wal")) {
    throw StoreError(path + " is empty, though changes of it wait in " + path +
                     "-wal: restore a backup, or move both away to begin anew");
  }
  return FileState::empty;
}

void create_file(const std::string& path) {
  const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (handle >= 0) {
    ::close(handle);
    sync_folder_of(path);
    return;
  }
  if (errno != EEXIST) throw file_error(path, errno);
  if (look_at(path) == FileState::absent) {
    throw StoreError(
        path +
        " is a symbolic link to a file that is not there: remove the link, or make its target");
  }
}

bool begins_as_store(const std::string& path) {
  Header header{};
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(header.data()), header.size());
  return file && is_ours(header);
}

void check_header(SQLite::Database& db, const std::string& path) {
  sqlite3_file* file = nullptr;
  expect_ok(sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file));
  sqlite3_int64 size = 0;
  expect_ok(file->pMethods->xFileSize(file, &size));
  if (size == 0) return;

  const Header header = read_header(*file);
  const bool blank =
      std::all_of(header.begin(), header.end(), [](unsigned char byte) { return byte == 0; });
  // A power cut while the store was begun leaves this; SQLite takes it back to an empty file.
  if (blank && has_content(path + "-journal")) return;

  if (!is_ours(header)) throw foreign_file(path);
  if (big_endian(header, version_offset) > static_cast<std::uint32_t>(newest_version()))
    throw newer_version(path);
}

bool nothing_waits_beside(const std::string& path) {
  return !has_content(path + "-wal") && !has_content(path + "-journal");
}

}  // namespace aliprotect::store
