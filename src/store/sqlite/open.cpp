#include "store/sqlite/open.h"

#include <sqlite3.h>

#include "store/sqlite/connection.h"
#include "store/sqlite/sqlite_database.h"

namespace aliprotect::store {

std::unique_ptr<Database> open_to_read(const std::string& path,
                                       std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> connection = connect_to_read(path, lock_wait);
  if (!connection) return nullptr;
  return std::make_unique<SqliteDatabase>(*std::move(connection), path);
}

std::unique_ptr<Database> open_to_write(const std::string& path,
                                        std::chrono::milliseconds lock_wait) {
  return std::make_unique<SqliteDatabase>(connect_to_write(path, lock_wait), path);
}

std::unique_ptr<Database> open_temporary() {
  return std::make_unique<SqliteDatabase>(connect_to_temporary(), temporary_name);
}

std::string sqlite_version() { return std::string("SQLite ") + sqlite3_libversion(); }

}  // namespace aliprotect::store
