#include "store/sqlite/connection.h"

#include <sqlite3.h>

#include <string_view>
#include <thread>

#include "store/sqlite/errors.h"
#include "store/sqlite/failed_reads.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/text_search_function.h"

namespace aliprotect::store {

std::string file_name(const std::string& path) {
  return path.starts_with('/') ? path : "./" + path;
}

namespace {

using std::chrono::milliseconds;

SQLite::Database open_file(const std::string& path, milliseconds lock_wait) {
  initialize_sqlite();
  SQLite::Database db(file_name(path), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX,
                      static_cast<int>(lock_wait.count()));
  check_header(db, path);
  return db;
}

std::string percent_encoded(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  constexpr std::string_view kept =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  std::string encoded;
  for (const char letter : path) {
    if (kept.find(letter) != std::string_view::npos) {
      encoded += letter;
    } else {
      const auto byte = static_cast<unsigned char>(letter);
      encoded += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return encoded;
}

/// Reads only the file itself: SQLite creates no `-shm` file and takes no lock.
SQLite::Database open_immutable(const std::string& path) {
  const std::string name = file_name(path);
  const std::string scheme = name.starts_with('/') ? "file://" : "file:";
  return {scheme + percent_encoded(name) + "?immutable=1",
          SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX};
}

bool is_read_only(SQLite::Database& db) { return sqlite3_db_readonly(db.getHandle(), "main") == 1; }

/// A read needs most pages only once. A small cache is faster, because its memory is reused.
constexpr auto cache_for_reading = "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY";
/// An import needs the same index pages again and again. It may sort more rows than fit in memory.
constexpr auto cache_for_writing = "PRAGMA cache_size = -49152; PRAGMA temp_store = FILE";

void configure(SQLite::Database& db, int option, int value) {
  const int code = sqlite3_db_config(db.getHandle(), option, value, nullptr);
  if (code != SQLITE_OK) throw SQLite::Exception(db.getHandle(), code);
}

void set_up(SQLite::Database& db, const char* cache) {
  db.exec(cache);
  add_text_search(db);
  db.exec("PRAGMA synchronous = FULL");
  configure(db, SQLITE_DBCONFIG_ENABLE_FKEY, 1);
  configure(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);  // a store has none; the file may be hostile
  configure(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
}

/// SQLite's busy timeout does not apply if another process switches to WAL at the same time, so
/// this function retries.
void use_wal(SQLite::Database& db, milliseconds lock_wait) {
  constexpr milliseconds pause{10};
  db.setBusyTimeout(0);
  for (milliseconds waited{0};; waited += pause) {
    try {
      db.exec("PRAGMA journal_mode = WAL");
      db.setBusyTimeout(static_cast<int>(lock_wait.count()));
      return;
    } catch (const SQLite::Exception& failure) {
      if (failure.getErrorCode() != SQLITE_BUSY || waited >= lock_wait) throw;
      std::this_thread::sleep_for(pause);
    }
  }
}

/// What to do with the changes in `-wal` when the last connection is closed.
enum class WalOnClose { checkpoint, keep };

/// Opens a store for reading, and reads once: only that shows which sidecar files SQLite needs.
SQLite::Database open_for_reading(const std::string& path, milliseconds lock_wait,
                                  WalOnClose wal = WalOnClose::checkpoint) {
  const bool keeps_wal = wal == WalOnClose::keep && !has_no_journal(path);
  try {
    SQLite::Database db = open_file(path, lock_wait);
    if (keeps_wal) configure(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    // A reader without write permission would leave a -shm file that no writer can use.
    if (is_read_only(db) && has_no_journal(path)) return open_immutable(path);
    version_of(db, path);
    return db;
  } catch (const SQLite::Exception& failure) {
    if (!is_write_refusal(path, failure)) throw;
    if (has_no_journal(path)) return open_immutable(path);
    throw StoreError(path + " cannot be read in a read-only folder, because " + path +
                     "-wal contains changes: make the folder writable, or copy both files to a "
                     "writable folder");
  }
}

void migrate_readable(SQLite::Database& db, const std::string& path) {
  if (version_of(db, path) == newest_version()) return;
  if (is_read_only(db)) {
    throw StoreError(
        path +
        " was created by an older version and is read-only: make it writable once, so that it can "
        "be migrated");
  }
  migrate(db, path);
}

}  // namespace

std::optional<SQLite::Database> connect_to_read(const std::string& path,
                                                milliseconds lock_wait) try {
  if (file_state(path) != FileState::present) return std::nullopt;
  SQLite::Database db = open_for_reading(path, lock_wait);
  check_not_truncated(db, path);
  if (version_of(db, path) == 0) return std::nullopt;
  set_up(db, cache_for_reading);
  migrate_readable(db, path);
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

std::optional<SQLite::Database> connect_unmodified(const std::string& path,
                                                   milliseconds lock_wait) try {
  if (file_state(path) != FileState::present) return std::nullopt;
  SQLite::Database db = open_for_reading(path, lock_wait, WalOnClose::keep);
  if (version_of(db, path) == 0) return std::nullopt;
  set_up(db, cache_for_writing);  // a check reads whole indexes
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

SQLite::Database connect_to_temporary() try {
  SQLite::Database db("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  set_up(db, cache_for_writing);
  migrate(db, "the temporary store");
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error("the temporary store", failure);
}

SQLite::Database connect_to_write(const std::string& path, milliseconds lock_wait) try {
  if (file_state(path) == FileState::absent) create_file(path);
  SQLite::Database db = open_file(path, lock_wait);
  check_not_truncated(db, path);
  if (is_read_only(db)) throw SQLite::Exception("the file is read-only", SQLITE_READONLY);
  set_up(db, cache_for_writing);
  migrate(db, path);
  use_wal(db, lock_wait);
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

}  // namespace aliprotect::store
