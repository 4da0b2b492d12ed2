#include "store/postgresql/server_check.h"

#include "store/consistency_check.h"
#include "store/engine.h"
#include "store/postgresql/errors.h"
#include "store/postgresql/open.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/server_name.h"
#include "store/seconds.h"

namespace aliprotect::store {
namespace {

using State = Finding::State;

constexpr auto restore = "restore a backup of the database";

class Findings {
 public:
  explicit Findings(std::vector<Finding>& findings) : findings_(findings) {}

  void note(const char* about, std::string text, State state = State::ok, std::string remedy = {}) {
    findings_.push_back({state, about, std::move(text), std::move(remedy)});
  }
  void add(const char* about, const Issues& issues, const char* ok, const std::string& remedy) {
    if (issues.empty()) note(about, ok);
    for (const std::string& text : issues.shown()) note(about, text, State::bad, remedy);
    if (issues.omitted() > 0)
      note(about, "and " + std::to_string(issues.omitted()) + " more", State::bad, remedy);
  }

 private:
  std::vector<Finding>& findings_;
};

std::string counted(std::int64_t count, const std::string& one, const std::string& several) {
  return std::to_string(count) + " " + (count == 1 ? one : several);
}

std::string size_of(Database& db) {
  Statement counts(db, "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM entries)");
  counts.step();
  return counted(counts.number(0), "order", "orders") + ", " +
         counted(counts.number(1), "change", "changes");
}

Instant server_clock(Database& db) {
  Statement clock(db, "SELECT extract(epoch FROM clock_timestamp())::bigint");
  clock.step();
  return instant(clock.number(0));
}

void check_privileges(Database& db, Findings& findings) {
  Statement tables(db, R"(
    SELECT relname::text
    FROM pg_class
    WHERE relkind = 'r' AND relnamespace = (
        SELECT relnamespace FROM pg_class WHERE oid = 'aliprotect_store'::regclass)
      AND relname IN ('orders', 'deadlines', 'states', 'tags', 'rule_sets', 'scheduled_rules',
        'counters', 'entries', 'changes', 'former_orders', 'rule_changes', 'former_rule_sets',
        'read_files', 'read_mails', 'entry_files', 'sent_reminders')
      AND NOT (has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE')
        AND has_table_privilege(oid, 'DELETE'))
    ORDER BY relname
  )");
  std::string missing;
  while (tables.step()) missing.append(missing.empty() ? "" : ", ").append(tables.text(0));
  if (missing.empty()) {
    findings.note("privileges", "you can read and change the store");
  } else {
    findings.note("privileges", "you can read the store, but not change " + missing, State::note);
  }
}

void check_contents(Engine& engine, Findings& findings) {
  Database& db = *engine.db;
  const std::vector<std::string> outdated = RuleSetReader(db).changed(engine.policies());
  const OrderIssues found = check_orders(db, engine.policies(), outdated);
  const auto fix =
      "run in psql: UPDATE scheduled_rules SET day_counts = ''; the next change writes "
      "both derived tables again";
  findings.add("orders", found.unreadable, "all orders can be read", restore);
  findings.add("tags", found.tags, "match the facts", fix);
  findings.add(
      "deadlines", found.deadlines,
      outdated.empty() ? "match the facts" : "some will be recalculated by the next change", fix);
  findings.add("ids", id_issues(db), "no id is above the highest one assigned", restore);
  findings.add("rules", rule_set_issues(db, engine.policies()), "all orders use known rule sets",
               "add the rule set with `aliprotect rules add FILE`, or use another one: "
               "`aliprotect edit ORDER --rules NAME`");
  findings.add("log", journal_issues(db), "complete and readable", restore);
}

void check_all(std::unique_ptr<ServerDatabase> database, const std::string& name,
               const Policies& built_in, CheckReport& report) {
  Findings findings(report.findings);
  const std::int64_t version = version_of(database->connection(), name);
  const char* const server =
      libpq().parameter_status(database->connection().get(), "server_version");
  Engine engine(name, built_in, std::move(database), Store::default_lock_wait);
  const Snapshot snapshot(*engine.db);
  report.schema = static_cast<int>(version);
  findings.note("store", name + ": " + size_of(*engine.db));
  findings.note("server", std::string("PostgreSQL ") + (server ? server : "of unknown version"));
  report.server_clock = server_clock(*engine.db);
  check_privileges(*engine.db, findings);
  findings.note("schema", "version " + std::to_string(version) + " (current)");
  check_contents(engine, findings);
}

}  // namespace

CheckReport check_on_server(const std::string& store, const Policies& built_in,
                            std::chrono::milliseconds lock_wait) {
  CheckReport report;
  const std::string name = displayed_name(store);
  try {
    std::unique_ptr<ServerDatabase> database = open_on_server_to_read(store, lock_wait);
    if (!database) {
      report.findings.push_back({State::note, "store", name + ": has no store yet", {}});
      return report;
    }
    try {
      check_all(std::move(database), name, built_in, report);
    } catch (const DbError& error) {
      throw server_error(name, error, Database::Access::read);
    }
  } catch (const StoreError& error) {
    report.findings.push_back({State::bad, "store", error.what(), {}});
  }
  return report;
}

}  // namespace aliprotect::store
