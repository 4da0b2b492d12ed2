#include "store/postgresql/server_check.h"

#include "store/content_check.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/migrations.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/schema_comparison.h"
#include "store/postgresql/server_database.h"
#include "store/postgresql/server_name.h"
#include "store/seconds.h"

namespace aliprotect::store {
namespace {

using State = Finding::State;

Remedies remedies() {
  const auto run = [](const std::string& sql) {
    return "make a backup, then run in psql as the owner: " + sql;
  };
  return {"restore a backup of the database", run,
          "UPDATE counters SET value = (SELECT max(id) FROM orders) WHERE name = 'highest_id'"};
}

Instant server_clock(Database& db) {
  Statement clock(db, "SELECT extract(epoch FROM clock_timestamp())::bigint");
  clock.step();
  return instant(clock.number(0));
}

/// Returns the tables on which the user lacks one of the privileges.
std::string tables_without(Database& db, const char* privileges) {
  Statement tables(db, [&] {
    return std::string(R"(
    SELECT relname::text
    FROM pg_class
    WHERE relkind = 'r'
      AND relnamespace = (
        SELECT relnamespace FROM pg_class WHERE oid = 'aliprotect_store'::regclass::oid)
      AND relname IN ('orders', 'deadlines', 'states', 'tags', 'rule_sets', 'scheduled_rules',
        'counters', 'entries', 'changes', 'former_orders', 'rule_changes', 'former_rule_sets',
        'read_files', 'read_mails', 'entry_files', 'sent_reminders', 'recent_changes')
      AND NOT ()") +
           privileges + ") ORDER BY relname";
  });
  std::string missing;
  while (tables.step()) missing.append(missing.empty() ? "" : ", ").append(tables.text(0));
  return missing;
}

/// Returns whether the user can read the store.
bool check_privileges(Database& db, Findings& findings) {
  const std::string unreadable = tables_without(db, "has_table_privilege(oid, 'SELECT')");
  if (!unreadable.empty()) {
    findings.note("privileges", "you cannot read " + unreadable, State::bad,
                  "ask the owner of the store for the role aliprotect_reader");
    return false;
  }
  const std::string fixed =
      tables_without(db,
                     "has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE') "
                     "AND has_table_privilege(oid, 'DELETE')");
  if (fixed.empty()) {
    findings.note("privileges", "you can read and change the store");
  } else {
    findings.note("privileges", "you can read the store, but not change " + fixed, State::note);
  }
  return true;
}

void check_server(Connection& connection, Findings& findings) {
  const char* const version = libpq().parameter_status(connection.get(), "server_version");
  const std::string name = std::string("PostgreSQL ") + (version ? version : "of unknown version");
  const Result settings = connection.run(
      "SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only') = 'on', "
      "current_setting('fsync') = 'off'");
  const bool is_read_only = settings.value(0, 0) == "t";
  findings.note("server", name + (is_read_only ? ": read-only, such as a standby" : ""),
                is_read_only ? State::note : State::ok);
  if (settings.value(0, 1) == "t") {
    findings.note("server", "a power cut can damage it, because its setting fsync is off",
                  State::note);
  }
}

/// Returns whether the contents can be checked.
bool check_schema(Connection& connection, std::int64_t version, Findings& findings) {
  const SchemaReport report = compare_schema(connection, version);
  const std::string number = "version " + std::to_string(version);
  if (!report.wrong.empty()) {
    findings.add("schema", report.wrong, schema_remedy);
    return false;
  }
  if (!report.is_compared) {
    findings.note("schema", number + ", not compared, because you may not create temporary tables",
                  State::note);
  } else if (version == newest_server_version()) {
    findings.note("schema", number + " (current)");
  } else {
    findings.note("schema", number + "; the next command of the owner migrates it to version " +
                                std::to_string(newest_server_version()));
  }
  return version == newest_server_version();
}

void check_all(std::unique_ptr<ServerDatabase> database, std::int64_t version,
               const std::string& name, const Policies& built_in, CheckReport& report) {
  Findings findings(report.findings);
  Connection& connection = database->connection();
  Engine engine(name, built_in, std::move(database), Store::default_lock_wait);
  report.schema = static_cast<int>(version);
  report.server_clock = server_clock(*engine.db);
  check_server(connection, findings);
  if (!check_privileges(*engine.db, findings)) return;
  if (!check_schema(connection, version, findings)) return;
  const Snapshot snapshot(*engine.db);
  report.findings.insert(report.findings.begin(),
                         {State::ok, "store", name + ": " + size_of(*engine.db), {}});
  check_contents(engine, findings, remedies());
}

}  // namespace

CheckReport check_on_server(const std::string& store, const Policies& built_in,
                            std::chrono::milliseconds lock_wait) {
  constexpr auto access = Database::Access::read;
  CheckReport report;
  const std::string name = displayed_name(store);
  try {
    Connection connection(store, lock_wait);
    try {
      const std::int64_t version = version_of(connection, name);
      if (version == 0) {
        report.findings.push_back({State::note, "store", name + ": has no store yet", {}});
        return report;
      }
      check_all(std::make_unique<ServerDatabase>(std::move(connection), name, access), version,
                name, built_in, report);
    } catch (const DbError& error) {
      throw server_error(name, error, access);
    }
  } catch (const StoreError& error) {
    report.findings.push_back({State::bad, "store", error.what(), {}});
  }
  return report;
}

}  // namespace aliprotect::store
