#include "store/postgresql/schema.h"

#include "store/postgresql/errors.h"
#include "store/postgresql/migrations.h"
#include "store/versions.h"

namespace aliprotect::store {
namespace {

/// Keeps two processes from migrating at the same time: "ALPO".
constexpr auto begin_migration = "BEGIN; SELECT pg_advisory_xact_lock(1095520335)";

/// Waits for changes in progress; later ones read the version after it was updated.
constexpr auto lock_changes = "LOCK TABLE entries IN ACCESS EXCLUSIVE MODE";

/// Selects a schema of `search_path` that has a store but that the user may not use. PostgreSQL
/// searches as if it did not exist.
constexpr auto hidden_schema = R"(
  SELECT nspname
  FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relname = 'aliprotect_store'
    AND NOT has_schema_privilege(pg_namespace.oid, 'USAGE')
    AND nspname IN (
      SELECT replace(btrim(part, ' "'), '$user', current_user::text)
      FROM unnest(string_to_array(current_setting('search_path'), ',')) AS part)
)";

void require_visible_schema(const Connection& connection) {
  const Result hidden = connection.run(hidden_schema);
  if (hidden.rows() == 0) return;
  throw ServerError("42501", "permission denied for schema " + std::string(hidden.value(0, 0)));
}

StoreError may_not_migrate(const std::string& name, std::int64_t version, const DbError& error) {
  const bool is_new = version == 0;
  return StoreError(name +
                    (is_new
                         ? " has no tables yet, and you may not create them ("
                         : " has the tables of an older version, and you may not update them (") +
                    error.what() + "): ask its owner to run `aliprotect import /dev/null`" +
                    (is_new ? "" : " with this version"));
}

/// Returns the version, even an unsupported one; 0 without a store.
std::int64_t found_version(const Connection& connection) {
  // Unlike to_regclass, a query of pg_class sees a table that another session has just created.
  const Result table = connection.run(
      "SELECT FROM pg_class WHERE relname = 'aliprotect_store' AND pg_table_is_visible(oid)");
  if (table.rows() == 0) {
    require_visible_schema(connection);
    return 0;
  }
  const Result result = connection.run("SELECT version FROM aliprotect_store");
  return result.rows() == 1 ? std::stoll(std::string(result.value(0, 0))) : -1;
}

void apply(const Connection& connection, std::int64_t from) {
  if (from > 0) connection.run(lock_changes);
  for (const EmbeddedFile& file : server_migrations().subspan(static_cast<std::size_t>(from)))
    connection.run(std::string(file.text));
  connection.run("DELETE FROM aliprotect_store; INSERT INTO aliprotect_store VALUES (" +
                 std::to_string(newest_server_version()) + ")");
}

}  // namespace

std::span<const EmbeddedFile>& server_migrations() {
  static std::span<const EmbeddedFile> files = postgresql_migration_files();
  return files;
}

std::int64_t newest_server_version() {
  return static_cast<std::int64_t>(server_migrations().size());
}

std::int64_t version_of(const Connection& connection, const std::string& name) {
  const std::int64_t version = found_version(connection);
  if (version > newest_server_version()) throw newer_version(name);
  if (version < 0)
    throw StoreError(name + " has an unknown version: use another database with --db");
  return version;
}

void migrate(const Connection& connection, const std::string& name, std::int64_t version) {
  if (version == newest_server_version()) return;
  try {
    connection.run(begin_migration);
    version = version_of(connection, name);  // another process may have done it
    if (version < newest_server_version()) apply(connection, version);
    connection.run("COMMIT");
  } catch (const DbError& error) {
    if (connection.is_in_transaction()) Result(libpq().exec(connection.get(), "ROLLBACK"));
    if (is_denied(error)) throw may_not_migrate(name, version, error);
    throw;
  }
}

void require_newest_version(const std::string& name, std::int64_t version) {
  if (version > newest_server_version()) throw newer_version(name);
  if (version == newest_server_version()) return;
  throw StoreError(name + " has the tables of an older version: run the command again");
}

}  // namespace aliprotect::store
