#include "store/postgresql/schema.h"

#include "store/postgresql/errors.h"

namespace aliprotect::store {
namespace {

std::int64_t newest_version() {
  return static_cast<std::int64_t>(postgresql_migration_files().size());
}

/// Keeps two processes from creating the schema at the same time: "ALPO".
constexpr auto begin_creation =
    "BEGIN; SELECT pg_advisory_xact_lock(1095520335); SELECT to_regclass('aliprotect_store')";

/// Selects a schema of `search_path` that has a store but that the user may not use. PostgreSQL
/// searches as if it did not exist.
constexpr auto hidden_schema = R"(
  SELECT nspname
  FROM pg_class
    JOIN pg_namespace ON pg_namespace.oid = relnamespace
  WHERE relname = 'aliprotect_store'
    AND NOT has_schema_privilege(pg_namespace.oid, 'USAGE')
    AND nspname IN (
      SELECT replace(btrim(part, ' "'), '$user', current_user)
      FROM unnest(string_to_array(current_setting('search_path'), ',')) AS part)
)";

void require_visible_schema(const Connection& connection) {
  const Result hidden = connection.run(hidden_schema);
  if (hidden.rows() == 0) return;
  throw ServerError("42501", "permission denied for schema " + std::string(hidden.value(0, 0)));
}

StoreError may_not_create(const std::string& name, const DbError& error) {
  return StoreError(name + " has no tables yet, and you may not create them (" + error.what() +
                    "): ask its owner to run `aliprotect import /dev/null`");
}

}  // namespace

std::int64_t version_of(const Connection& connection, const std::string& name) {
  try {
    const Result result = connection.run("SELECT version FROM aliprotect_store");
    const std::int64_t version =
        result.rows() == 1 ? std::stoll(std::string(result.value(0, 0))) : -1;
    require_this_version(name, version);
    return version;
  } catch (const DbError& error) {
    if (!is_missing_table(error)) throw;
    require_visible_schema(connection);
    return 0;
  }
}

void create_schema(const Connection& connection, const std::string& name) {
  try {
    const Result existing = connection.run(begin_creation);
    if (existing.is_null(0, 0)) {
      for (const EmbeddedFile& file : postgresql_migration_files())
        connection.run(std::string(file.text));
      connection.run("INSERT INTO aliprotect_store VALUES (" + std::to_string(newest_version()) +
                     ")");
    }
    connection.run("COMMIT");
  } catch (const DbError& error) {
    if (connection.is_in_transaction()) Result(libpq().exec(connection.get(), "ROLLBACK"));
    if (is_denied(error)) throw may_not_create(name, error);
    throw;
  }
}

void require_this_version(const std::string& name, std::int64_t version) {
  if (version == newest_version()) return;
  throw StoreError(name +
                   (version > newest_version()
                        ? " was created by a newer version of aliprotect: update this program"
                        : " has an unknown version: use another database with --db"));
}

}  // namespace aliprotect::store
