#include "store/sqlite/restore.h"

#include <sqlite3.h>

#include <vector>

#include "aliprotect/error.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/page_check.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "store/table_copy.h"

namespace aliprotect::store {
namespace {

/// Makes the same checks as a backup. Throws SQLite::Exception if the file is damaged.
void check_backup(SQLite::Database& db, const std::string& file) {
  check_not_truncated(db, file);
  if (version_of(db, file) != newest_version()) throw older_version(file);
  const std::vector<std::string> errors = integrity_errors(db, 1);
  if (!errors.empty()) throw SQLite::Exception(errors.front(), SQLITE_CORRUPT);
}

}  // namespace

std::optional<std::size_t> restore_file(
    const std::string& file, const std::function<std::unique_ptr<Database>()>& open_target,
    std::chrono::milliseconds lock_wait) {
  std::optional<SQLite::Database> connection = connect_unmodified(file, lock_wait);
  if (!connection) throw UserError(file + " is empty, so there is nothing to restore");
  return translate_errors(file, [&] {
    SqliteDatabase from(*std::move(connection), file);
    const Snapshot snapshot(from);
    check_backup(from.connection(), file);
    const std::unique_ptr<Database> to = open_target();
    return translate_errors(*to, [&] { return copy_tables(from, *to, tables_of_store()); });
  });
}

}  // namespace aliprotect::store
