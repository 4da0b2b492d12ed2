#include "store/sqlite/copy.h"

#include <sqlite3.h>

#include <filesystem>

#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/page_check.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "store/sqlite/sqlite_statement.h"
#include "store/table_copy.h"

namespace aliprotect::store {

bool is_copy_failure(const SQLite::Exception& failure, std::size_t failed_before) {
  if (failure.getExtendedErrorCode() == SQLITE_IOERR_SHORT_READ) return false;
  switch (failure.getErrorCode() & 0xff) {
    case SQLITE_IOERR:  // VACUUM does not say whether a read or a write failed
      return failed_reads() == failed_before;
    case SQLITE_FULL:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return true;
    default:
      return false;
  }
}

UserError copy_error(const SQLite::Exception& failure) {
  return UserError(std::string("the copy cannot be written (") + failure.what() +
                   "), so nothing was copied: free some space, or use a file on another disk");
}

namespace {

/// Reads every table in one snapshot, without blocking other processes. A damaged page causes an
/// error instead of being copied.
void write_copy(SQLite::Database& db, const std::string& into) {
  const std::string name = file_name(into);
  SqliteStatement copy(db, "VACUUM INTO $1");
  copy.bind(1, name);
  copy.run();
}

void check_integrity(SQLite::Database& db) {
  const std::vector<std::string> errors = integrity_errors(db, 1);
  if (!errors.empty()) throw SQLite::Exception(errors.front(), SQLITE_CORRUPT);
}

std::size_t count_orders(SQLite::Database& copy) {
  SqliteStatement count(copy, "SELECT count(*) FROM orders");
  count.step();
  return static_cast<std::size_t>(count.number(0));
}

StoreCopy read_copy(const std::string& into) {
  SQLite::Database copy(file_name(into), SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX);
  check_integrity(copy);
  return {count_orders(copy), std::filesystem::file_size(into)};
}

/// Checks the copy. VACUUM also copies an index that does not match its table; that is damage of
/// the store. If the store has no errors, the copy was not written correctly.
StoreCopy read_copy(SQLite::Database& db, const std::string& into) {
  try {
    return read_copy(into);
  } catch (const SQLite::Exception& failure) {
    check_integrity(db);
    throw copy_error(failure);
  }
}

/// Removes the journal of a copy, which SQLite leaves behind if writing fails.
struct JournalRemover {
  const std::string& copy;
  ~JournalRemover() {
    std::error_code unknown;
    std::filesystem::remove(copy + "-journal", unknown);
  }
};

}  // namespace

SQLite::Database create_copy(const std::string& into, int version) {
  SQLite::Database copy(file_name(into), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX);
  copy.exec("PRAGMA journal_mode = OFF; PRAGMA foreign_keys = OFF");
  make_schema(copy, version);
  copy.exec("PRAGMA application_id = " + std::to_string(application_id) +
            "; PRAGMA user_version = " + std::to_string(version));
  return copy;
}

std::optional<StoreCopy> copy_file(const std::string& path, const std::string& into,
                                   std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> db = connect_unmodified(path, lock_wait);
  if (!db) return std::nullopt;
  return translate_errors(path, [&] {
    check_not_truncated(*db, path);
    const JournalRemover remover{into};
    writing_copy([&] { write_copy(*db, into); });
    return read_copy(*db, into);
  });
}

StoreCopy copy_into_file(Database& from, const std::string& into) try {
  initialize_sqlite();
  {
    SqliteDatabase copy(create_copy(into, newest_version()), into);
    copy_tables(from, copy, tables_of_store());
  }
  return read_copy(into);
} catch (const SQLite::Exception& failure) {
  throw copy_error(failure);
} catch (const DbError& error) {
  throw copy_error(sqlite_failure(error));
}

}  // namespace aliprotect::store
