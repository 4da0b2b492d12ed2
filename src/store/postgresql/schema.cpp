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

}  // namespace

std::int64_t version_of(const Connection& connection, const std::string& name) {
  try {
    const Result result = connection.run("SELECT version FROM aliprotect_store");
    const std::int64_t version =
        result.rows() == 1 ? std::stoll(std::string(result.value(0, 0))) : -1;
    require_this_version(name, version);
    return version;
  } catch (const DbError& error) {
    if (is_missing_table(error)) return 0;
    throw;
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
    throw server_error(name, error);
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
