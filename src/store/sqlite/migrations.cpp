#include "store/sqlite/migrations.h"

#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <optional>

#include "store/sqlite/errors.h"

namespace aliprotect::store {
namespace {

std::int64_t number(SQLite::Database& db, const char* sql) { return db.execAndGet(sql).getInt64(); }

bool has_content(SQLite::Database& db) {
  return number(db, "SELECT count(*) FROM sqlite_schema") > 0;
}

/// Migrates the schema from version `from` to version `to`.
void apply(SQLite::Database& db, int from, int to) {
  const auto first = static_cast<std::size_t>(from);
  const auto count = static_cast<std::size_t>(to - from);
  for (const EmbeddedFile& file : migrations().subspan(first, count)) {
    db.exec(std::string(file.text));
  }
}

}  // namespace

std::span<const EmbeddedFile>& migrations() {
  static std::span<const EmbeddedFile> files = migration_files();
  return files;
}

int newest_version() { return static_cast<int>(migrations().size()); }

int version_of(SQLite::Database& db, const std::string& path) {
  std::optional<SQLite::Transaction> snapshot;  // another process may be creating the store
  if (sqlite3_get_autocommit(db.getHandle()) != 0)
    snapshot.emplace(db, SQLite::TransactionBehavior::DEFERRED);
  const std::int64_t application = number(db, "PRAGMA application_id");
  if (application == unreleased_application_id) throw unreleased_version(path);
  if (application != application_id && (application != 0 || has_content(db))) {
    throw StoreError(path + " is not an aliprotect store: use another file with --db");
  }
  const std::int64_t version = number(db, "PRAGMA user_version");
  if (version > newest_version()) throw newer_version(path);
  if (version < 0 || (version == 0 && has_content(db)))
    throw SQLite::Exception("invalid user_version '" + std::to_string(version) + "'",
                            SQLITE_CORRUPT);
  return static_cast<int>(version);
}

void make_schema(SQLite::Database& db, int version) { apply(db, 0, version); }

void migrate(SQLite::Database& db, const std::string& path) {
  if (version_of(db, path) == newest_version()) return;
  SQLite::Transaction transaction(db, SQLite::TransactionBehavior::EXCLUSIVE);
  apply(db, version_of(db, path), newest_version());  // another process may have done it
  db.exec("PRAGMA application_id = " + std::to_string(application_id));
  db.exec("PRAGMA user_version = " + std::to_string(newest_version()));
  transaction.commit();
}

void require_newest_version(SQLite::Database& db, const std::string& path) {
  if (version_of(db, path) == newest_version()) return;
  throw StoreError(path +
                   " was replaced by a store of another version while this command ran, so nothing "
                   "was recorded: run the command again");
}

StoreError older_version(const std::string& path) {
  return StoreError(
      path +
      " was created by an older version of aliprotect: update it first with `aliprotect "
      "--db FILE list`");
}

StoreError unreleased_version(const std::string& path) {
  return StoreError(path +
                    " was created by an unreleased version of aliprotect: export its orders with "
                    "that version (aliprotect export > orders.jsonl), and import them into a new "
                    "store");
}

}  // namespace aliprotect::store
