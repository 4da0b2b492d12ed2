#include "store/sqlite/errors.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "core/text/shell_word.h"
#include "store/sqlite/failed_reads.h"

namespace aliprotect::store {
namespace {

struct Sentence {
  int code;                 ///< a primary result code of SQLite
  std::string_view before;  ///< precedes the path
  std::string_view after;   ///< follows it
  std::string_view advice;
};

constexpr std::string_view is_locked = " is still locked by another program";
constexpr std::string_view wait_longer = "try again when it has finished";
constexpr std::string_view is_damaged = " is damaged";
constexpr std::string_view save_it =
    "restore a backup (`aliprotect --db COPY backup FILE --force`), or save what can still be read "
    "with `aliprotect backup --salvage FILE`";
constexpr std::string_view check_disk =
    "check the free space and the system log; if the disk is failing, copy the file to another one";
constexpr std::string_view cannot_open = " cannot be opened";
constexpr std::string_view allow_it = "make the file and its folder readable and writable for you";

constexpr std::array<Sentence, 14> sentences{{
    {SQLITE_BUSY, "", is_locked, wait_longer},
    {SQLITE_LOCKED, "", is_locked, wait_longer},
    {SQLITE_PROTOCOL, "", is_locked, wait_longer},
    {SQLITE_FULL, "the disk of ", " is full, so nothing was recorded",
     "free some space and try again"},
    {SQLITE_READONLY, "", " cannot be written, so nothing was recorded",
     "make the file, its folder and its disk writable"},
    {SQLITE_IOERR, "the disk or file system of ",
     " reported an error, so the current change may not be recorded", check_disk},
    {SQLITE_CORRUPT, "", is_damaged, save_it},
    {SQLITE_NOTADB, "", is_damaged, save_it},
    {SQLITE_NOMEM, "", " needs more memory than is available, so nothing was recorded",
     "close other programs and try again"},
    {SQLITE_TOOBIG, "", " cannot store such a long text, so nothing was recorded",
     "shorten it and try again"},
    {SQLITE_CONSTRAINT, "", " does not accept one of the values, so nothing was recorded",
     "report it as a bug"},
    {SQLITE_CANTOPEN, "", " or a file next to it cannot be opened",
     "check the disk and the limit of open files (ulimit -n)"},
    {SQLITE_PERM, "", cannot_open, allow_it},
    {SQLITE_AUTH, "", cannot_open, allow_it},
}};

constexpr Sentence other_error{0, "", " cannot be used",
                               "use another file with --db, or restore a backup"};

const Sentence& sentence_for(int code) {
  const auto found =
      std::find_if(sentences.begin(), sentences.end(),
                   [code](const Sentence& sentence) { return sentence.code == code; });
  return found == sentences.end() ? other_error : *found;
}

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

/// Returns the errno if the file or its folder cannot be accessed, otherwise 0.
int access_error(const std::string& path) {
  if (::faccessat(AT_FDCWD, path.c_str(), R_OK | W_OK, AT_EACCESS) != 0) return errno;
  if (::faccessat(AT_FDCWD, folder_of(path).c_str(), W_OK | X_OK, AT_EACCESS) != 0) return errno;
  const std::string longest = path + "-journal";
  if (::faccessat(AT_FDCWD, longest.c_str(), F_OK, 0) != 0 && errno == ENAMETOOLONG) return errno;
  return 0;
}

/// Returns the primary result code. SQLite may report a full disk as an I/O error; this returns
/// SQLITE_FULL.
int cause_of(const std::string& path, const SQLite::Exception& failure) {
  const int code = failure.getErrorCode() & 0xff;
  if (is_failed_read(failure)) return code;
  struct statvfs disk {};
  const bool known = ::statvfs(folder_of(path).c_str(), &disk) == 0;
  return code == SQLITE_IOERR && known && disk.f_bavail == 0 ? SQLITE_FULL : code;
}

std::string advice_for(const std::string& path, int error_number) {
  switch (error_number) {
    case ENOENT:
      return "create its folder " + folder_of(path) + ", or use another file with --db";
    case EACCES:
    case EPERM:
      return "make the file and its folder readable and writable for you, or use another file "
             "with --db";
    case EROFS:
      return "its file system is read-only; use another file with --db";
    case ENOSPC:
    case EDQUOT:
      return "free some space and try again";
    case EIO:
      return std::string(check_disk);
    case ENAMETOOLONG:
      return "use a shorter name: files next to it have longer ones";
    default:
      return "use another file with --db";
  }
}

}  // namespace

StoreError store_error(const std::string& path, const SQLite::Exception& failure) {
  const int code = cause_of(path, failure);
  if (code == SQLITE_CANTOPEN) {
    if (const int error = access_error(path)) return file_error(path, error);
  }
  const Sentence& sentence = sentence_for(code);
  std::string text(sentence.before);
  text.append(path).append(sentence.after).append(" (").append(failure.what()).append("): ");
  return StoreError(text.append(sentence.advice));
}

StoreError file_error(const std::string& path, int error_number) {
  return StoreError(path + " cannot be opened (" + std::strerror(error_number) +
                    "): " + advice_for(path, error_number));
}

std::string shell_path(const std::string& path) {
  return shell_word(path.starts_with('-') ? "./" + path : path);
}

std::string salvage_advice(const std::string& path) {
  return "restore a backup (aliprotect --db COPY backup " + shell_path(path) +
         " --force), or save what can still be read: aliprotect --db " + shell_path(path) +
         " backup --salvage saved.db";
}

bool is_damage(const SQLite::Exception& failure) {
  switch (failure.getErrorCode() & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // a missing table or column
    case SQLITE_MISMATCH:
      return true;
    default:
      return false;
  }
}

bool is_write_refusal(const std::string& path, const SQLite::Exception& failure) {
  const int code = cause_of(path, failure);
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_PERM ||
         code == SQLITE_FULL;
}

}  // namespace aliprotect::store
