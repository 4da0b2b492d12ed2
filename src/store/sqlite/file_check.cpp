#include "store/sqlite/file_check.h"

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

#include "aliprotect/store_file.h"
#include "platform/sync_folder.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/migrations.h"

namespace aliprotect::store {
namespace {

/// The header of an SQLite file (sqlite.org/fileformat.html).
using Header = std::array<unsigned char, 100>;
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t page_size_offset = 16;
constexpr std::size_t version_offset = 60;
constexpr std::size_t application_offset = 68;

constexpr auto cut_short = "its end is missing";

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

template <std::size_t size>
std::uint32_t big_endian(const std::array<unsigned char, size>& header, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | header[offset + i];
  return value;
}

/// The header of a rollback journal, which contains the pages that SQLite overwrites.
using JournalHeader = std::array<unsigned char, 28>;
constexpr std::array<unsigned char, 8> journal_magic{0xd9, 0xd5, 0x05, 0xf9,
                                                     0x20, 0xa1, 0x63, 0xd7};
constexpr std::size_t former_size_offset = 16;

/// Whether the creation of the store at `path` was interrupted, such as by a power cut. Its pages
/// may then be garbage; SQLite rolls it back to an empty file when it opens it.
bool was_creation_interrupted(const std::string& path) {
  const int handle = ::open((path + "-journal").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (handle < 0) return false;
  JournalHeader header{};
  const ssize_t length = ::read(handle, header.data(), header.size());
  ::close(handle);
  return length == static_cast<ssize_t>(header.size()) &&
         std::equal(journal_magic.begin(), journal_magic.end(), header.begin()) &&
         big_endian(header, former_size_offset) == 0;
}

StoreError foreign_file(const std::string& path) {
  return StoreError(
      path +
      " is not an aliprotect store, or its header is damaged: use another file with --db, "
      "or restore a backup");
}

void expect_ok(int result) {
  if (result != SQLITE_OK) throw SQLite::Exception("its header cannot be read", result);
}

sqlite3_file& file_of(SQLite::Database& db) {
  sqlite3_file* file = nullptr;
  expect_ok(sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file));
  return *file;
}

sqlite3_int64 size_of(sqlite3_file& file) {
  sqlite3_int64 size = 0;
  expect_ok(file.pMethods->xFileSize(&file, &size));
  return size;
}

Header read_header(sqlite3_file& file) {
  Header header{};
  const int result = file.pMethods->xRead(&file, header.data(), static_cast<int>(header.size()), 0);
  if (result != SQLITE_IOERR_SHORT_READ) expect_ok(result);
  return header;
}

bool is_store_header(const Header& header) {
  const std::uint32_t application = big_endian(header, application_offset);
  return std::equal(magic.begin(), magic.end(), header.begin()) &&
         (application == application_id || application == unreleased_application_id);
}

}  // namespace

FileState file_state(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno == ENOENT) return FileState::absent;
    throw file_error(path, errno);
  }
  if (!S_ISREG(status.st_mode)) {
    throw StoreError(path + " is " + std::string(name_of_kind(status.st_mode)) +
                     ", not a store: use another file with --db");
  }
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0) throw file_error(path, errno);
  if (status.st_size == 1) throw foreign_file(path);  // SQLite would treat it as an empty file
  if (status.st_size > 0) return FileState::present;
  if (has_content(path + "-wal")) {
    throw StoreError(
        path + " is empty, but " + path +
        "-wal contains changes: move both files away, then restore a backup or start a new "
        "store");
  }
  return FileState::empty;
}

void create_file(const std::string& path) {
  const int handle = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (handle >= 0) {
    ::close(handle);
    if (const int error = sync_folder_of(path)) throw file_error(path, error);
    return;
  }
  if (errno != EEXIST) throw file_error(path, errno);
  if (file_state(path) == FileState::absent) {
    throw StoreError(
        path + " is a symbolic link to a missing file: remove the link, or create its target");
  }
}

void check_header(SQLite::Database& db, const std::string& path) {
  sqlite3_file& file = file_of(db);
  if (size_of(file) == 0) return;

  const Header header = read_header(file);
  const bool is_sqlite = std::equal(magic.begin(), magic.end(), header.begin());
  if (!is_sqlite && was_creation_interrupted(path)) return;

  if (!is_store_header(header)) throw foreign_file(path);
  if (big_endian(header, application_offset) == unreleased_application_id)
    throw unreleased_version(path);
  if (big_endian(header, version_offset) > static_cast<std::uint32_t>(newest_version()))
    throw newer_version(path);
}

bool is_truncated(SQLite::Database& db, const std::string& path) {
  sqlite3_file& file = file_of(db);
  const Header header = read_header(file);
  const std::uint32_t stated = header[page_size_offset] << 8U | header[page_size_offset + 1];
  const std::uint32_t page = stated == 1 ? 65536 : stated;
  const auto has_partial_page = [&] { return page != 0 && size_of(file) % page != 0; };
  // Another process may be adding pages; the last one is then in `-wal` as well.
  return has_partial_page() && has_no_journal(path) && has_partial_page();
}

void check_not_truncated(SQLite::Database& db, const std::string& path) {
  if (is_truncated(db, path)) throw SQLite::Exception(cut_short, SQLITE_CORRUPT);
}

bool has_no_journal(const std::string& path) {
  return !has_content(path + "-wal") && !has_content(path + "-journal");
}

}  // namespace aliprotect::store

bool aliprotect::has_store_header(const std::string& path) {
  std::error_code unknown;
  if (!std::filesystem::is_regular_file(path, unknown)) return false;  // reading a pipe would block
  store::Header header{};
  std::ifstream file(path, std::ios::binary);
  file.read(reinterpret_cast<char*>(header.data()), header.size());
  return file && store::is_store_header(header);
}
