#include "aliprotect/store_file.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cerrno>

#include "store/sqlite/connection.h"
#include "store/sqlite/copy.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/failed_reads.h"
#include "store/sqlite/file_check.h"

namespace aliprotect::store {
namespace {

using std::chrono::milliseconds;

/// An empty file becomes a store, so it gets mode 0600.
void make_private_if_empty(const std::string& path) {
  if (file_state(path) != FileState::empty) return;
  if (::chmod(path.c_str(), 0600) != 0) throw file_error(path, errno);
}

SQLite::Database open_target(const std::string& path, milliseconds lock_wait) {
  return {file_name(path), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
          static_cast<int>(lock_wait.count())};
}

/// Also syncs the removal of the rollback journal: otherwise a power cut could restore the old
/// pages.
void sync_fully(SQLite::Database& target) { target.exec("PRAGMA synchronous = EXTRA"); }

/// Leaves WAL mode if the page sizes differ, because the page size cannot change in WAL mode.
void allow_page_size_of(SQLite::Database& copy, SQLite::Database& target) {
  constexpr auto page_size = "PRAGMA page_size";
  if (copy.execAndGet(page_size).getInt() == target.execAndGet(page_size).getInt()) return;
  target.exec("PRAGMA journal_mode = DELETE");
}

/// Copies all pages in one transaction of `target`.
void overwrite(SQLite::Database& target, SQLite::Database& copy) {
  const int code = SQLite::Backup(target, copy).executeStep();
  if (code != SQLITE_DONE) throw SQLite::Exception(sqlite3_errstr(code), code);
}

void overwrite_sound(const std::string& path, SQLite::Database& copy, milliseconds lock_wait) {
  SQLite::Database target = open_target(path, lock_wait);
  sync_fully(target);
  allow_page_size_of(copy, target);
  overwrite(target, copy);
}

/// Resets the file without reading it. The schema counter starts again, so other connections would
/// not notice the new schema; none may be open.
void overwrite_damaged(const std::string& path, SQLite::Database& copy, milliseconds lock_wait) {
  SQLite::Database target = open_target(path, lock_wait);
  const int code =
      sqlite3_db_config(target.getHandle(), SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(target.getHandle(), code);
  target.exec("PRAGMA locking_mode = EXCLUSIVE");
  sync_fully(target);
  overwrite(target, copy);
}

}  // namespace
}  // namespace aliprotect::store

namespace aliprotect {

void replace_store(const std::string& path, const std::string& copy,
                   std::chrono::milliseconds lock_wait) try {
  store::make_private_if_empty(path);
  store::initialize_sqlite();
  SQLite::Database from(store::file_name(copy), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
  try {
    store::overwrite_sound(path, from, lock_wait);
  } catch (const SQLite::Exception& failure) {
    if (!store::is_damage(failure)) throw;
    store::overwrite_damaged(path, from, lock_wait);
  }
} catch (const SQLite::Exception& failure) {
  if ((failure.getErrorCode() & 0xff) == SQLITE_FULL) throw store::copy_error(failure);
  throw store::store_error(path, failure);
}

}  // namespace aliprotect
