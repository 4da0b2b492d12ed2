#include "store/sqlite/connection.h"

#include <sqlite3.h>

#include <string_view>
#include <thread>

#include "store/sqlite/errors.h"
#include "store/sqlite/failed_reads.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/text_search.h"

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

/// Reads the file alone: SQLite makes no `-shm` beside it and asks for no lock.
SQLite::Database open_immutable(const std::string& path) {
  const std::string name = file_name(path);
  const std::string scheme = name.starts_with('/') ? "file://" : "file:";
  return {scheme + percent_encoded(name) + "?immutable=1",
          SQLite::OPEN_READONLY | SQLite::OPEN_URI | SQLite::OPEN_NOMUTEX};
}

bool is_read_only(SQLite::Database& db) { return sqlite3_db_readonly(db.getHandle(), "main") == 1; }

/// What a reading touches it touches once, so a small cache, whose pages are used again, is the
/// faster one.
constexpr auto cache_for_reading = "PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY";
/// An import goes back to the same pages of its indexes; what it sorts for others may be larger
/// than the cache.
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
  configure(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);  // a store has neither, whoever made the file
  configure(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
}

/// SQLite waits by itself for some who are in the way, but not for another process that is making
/// the same switch; so all waiting is done here.
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

/// What becomes of changes that wait in `-wal` when the connection ends, where it is the last one.
enum class WalOnClose { checkpoint, keep };

/// Opens for reading, and reads once: only that shows what SQLite needs beside the file.
SQLite::Database open_for_reading(const std::string& path, milliseconds lock_wait,
                                  WalOnClose wal = WalOnClose::checkpoint) {
  const bool keeps_wal = wal == WalOnClose::keep && !has_no_journal(path);
  try {
    SQLite::Database db = open_file(path, lock_wait);
    if (keeps_wal) configure(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
    // A reader that may not write would leave a -shm behind that no writer can use later.
    if (is_read_only(db) && has_no_journal(path)) return open_immutable(path);
    version_of(db, path);
    return db;
  } catch (const SQLite::Exception& failure) {
    if (!is_write_refusal(path, failure)) throw;
    if (has_no_journal(path)) return open_immutable(path);
    throw StoreError(path +
                     " cannot be read where nothing can be written, as changes of it wait in " +
                     path + "-wal: make its folder writable, or copy both to one that is");
  }
}

void bring_up_to_date(SQLite::Database& db, const std::string& path) {
  if (version_of(db, path) == newest_version()) return;
  if (is_read_only(db)) {
    throw StoreError(
        path +
        " was made by an older version and cannot be written: make it writable once, so that "
        "it can be brought up to date");
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
  bring_up_to_date(db, path);
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

std::optional<SQLite::Database> connect_unmodified(const std::string& path,
                                                   milliseconds lock_wait) try {
  if (file_state(path) != FileState::present) return std::nullopt;
  SQLite::Database db = open_for_reading(path, lock_wait, WalOnClose::keep);
  if (version_of(db, path) == 0) return std::nullopt;
  set_up(db, cache_for_writing);  // it goes through whole indexes
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

SQLite::Database connect_to_temporary() try {
  SQLite::Database db("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX);
  set_up(db, cache_for_writing);
  migrate(db, "the rehearsal's store");
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error("the rehearsal's store", failure);
}

SQLite::Database connect_to_write(const std::string& path, milliseconds lock_wait) try {
  if (file_state(path) == FileState::absent) create_file(path);
  SQLite::Database db = open_file(path, lock_wait);
  check_not_truncated(db, path);
  if (is_read_only(db)) throw SQLite::Exception("the file is write-protected", SQLITE_READONLY);
  set_up(db, cache_for_writing);
  migrate(db, path);
  use_wal(db, lock_wait);
  return db;
} catch (const SQLite::Exception& failure) {
  throw store_error(path, failure);
}

}  // namespace aliprotect::store
