#include "store/sqlite/integrity_check.h"

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <utility>

#include "store/consistency_check.h"
#include "store/engine.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/page_check.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/sqlite_database.h"
#include "store/sqlite/sqlite_statement.h"

namespace aliprotect::store {
namespace {

using State = Finding::State;

/// Collects findings. If damage prevents a check, that is a finding as well.
class Findings {
 public:
  Findings(std::string path, std::vector<Finding>& findings)
      : path_(std::move(path)), findings_(findings) {}

  void note(const char* about, std::string text, State state = State::ok) {
    findings_.push_back({state, about, std::move(text), {}});
  }

  void add(const char* about, const Issues& issues, const std::string& remedy,
           State state = State::bad) {
    for (const std::string& text : issues.shown()) {
      findings_.push_back({state, about, text, remedy});
    }
    if (issues.omitted() == 0) return;
    const std::string more = "and " + std::to_string(issues.omitted()) + " more";
    findings_.push_back({state, about, more, remedy});
  }

  /// Runs `check()` and adds its issues, or `ok` if there are none.
  template <typename Check>
  void check(const char* about, const char* ok, const std::string& remedy, const Check& check) {
    guard(about, [&] {
      const Issues issues = check();
      if (issues.empty()) note(about, ok);
      add(about, issues, remedy);
    });
  }

  template <typename Steps>
  void guard(const char* about, const Steps& steps) {
    try {
      steps();
    } catch (const SQLite::Exception& failure) {
      add_failure(about, failure);
    } catch (const DbError& error) {
      add_failure(about, sqlite_failure(error));
    }
  }

 private:
  void add_failure(const char* about, const SQLite::Exception& failure) {
    if (!is_damage(failure)) throw store_error(path_, failure);
    findings_.push_back({State::bad, about, std::string("cannot be checked: ") + failure.what(),
                         salvage_advice(path_)});
  }

  const std::string path_;
  std::vector<Finding>& findings_;
};

/// Returns instructions to run SQL on the store.
std::string sql_fix(const std::string& path, const std::string& sql) {
  return "make a backup, then run: sqlite3 " + shell_path(path) + " \"" + sql + "\"";
}

/// Returns the number of hard links to the file.
std::uintmax_t hard_links(const std::string& path) {
  std::error_code unknown;
  const std::uintmax_t names = std::filesystem::hard_link_count(path, unknown);
  return unknown ? 1 : names;
}

Issues page_issues(SQLite::Database& db) {
  Issues issues;
  for (const std::string& text : integrity_errors(db, 100)) issues.add(text);
  return issues;
}

Issues broken_references(SQLite::Database& db) {
  Issues issues;
  SqliteStatement rows(db, R"(
    SELECT "table", parent, count(*)
    FROM pragma_foreign_key_check
    GROUP BY "table", parent
  )");
  while (rows.step()) {
    issues.add("broken references from " + std::string(rows.text(0)) + " to " +
               std::string(rows.text(1)) + ": " + std::to_string(rows.number(2)));
  }
  return issues;
}

void check_file(SQLite::Database& db, const std::string& path, int version, Findings& findings) {
  const std::string save = salvage_advice(path);
  if (is_truncated(db, path)) {
    Issues issues;
    issues.add("the end of the file is missing");
    findings.add("pages", issues, save);
  }
  if (const auto links = hard_links(path); links > 1) {
    findings.note("file",
                  "it has " + std::to_string(links) +
                      " hard links: use only one of them, because SQLite keeps changes in files "
                      "next to it",
                  State::note);
  }
  findings.check("pages", "no errors in pages, indexes and values", save,
                 [&] { return page_issues(db); });
  findings.check("references", "no broken references", save, [&] { return broken_references(db); });
  findings.guard("schema", [&] {
    const SchemaDifferences differences = compare_schema(db, version);
    if (differences.wrong.empty()) {
      findings.note("schema", "version " + std::to_string(version) +
                                  (version == newest_version()
                                       ? " (current)"
                                       : "; the next command migrates it to version " +
                                             std::to_string(newest_version())));
    }
    findings.add("schema", differences.wrong,
                 "revert manual changes of the schema; otherwise restore a backup, or export all "
                 "orders and import them into a new store");
    findings.add("schema", differences.extra, {}, State::note);
  });
}

void report_orders(Engine& engine, Findings& findings) {
  findings.guard("orders", [&] {
    const std::vector<std::string> outdated = RuleSetReader(*engine.db).changed(engine.policies());
    const OrderIssues found = check_orders(*engine.db, engine.policies(), outdated);
    if (found.unreadable.empty()) findings.note("orders", "all orders can be read");
    findings.add("orders", found.unreadable, salvage_advice(engine.path));
    findings.add("orders", found.texts, "replace the text with `aliprotect edit ORDER`");
    const std::string fix = sql_fix(engine.path, "UPDATE scheduled_rules SET day_counts = ''") +
                            "; the next change writes both derived tables again";
    if (found.tags.empty()) findings.note("tags", "match the facts");
    findings.add("tags", found.tags, fix);
    if (found.deadlines.empty()) {
      findings.note("deadlines", outdated.empty() ? "match the facts"
                                                  : "some will be recalculated by the next change");
    }
    findings.add("deadlines", found.deadlines, fix);
  });
}

void check_facts_of(Engine& engine, Findings& findings) {
  report_orders(engine, findings);
  findings.check("ids", "no id is above the highest one assigned",
                 sql_fix(engine.path,
                         "INSERT OR REPLACE INTO counters (name, value) "
                         "SELECT 'highest_id', max(id) FROM orders"),
                 [&] { return id_issues(*engine.db); });
  findings.check("rules", "all orders use known rule sets",
                 "add the rule set with `aliprotect rules add FILE`, or use another one: "
                 "`aliprotect edit ORDER --rules NAME`",
                 [&] { return rule_set_issues(*engine.db, engine.policies()); });
  findings.check(
      "log", "complete and readable",
      "restore a backup, or continue without the log: export all orders and import them into a "
      "new store",
      [&] { return journal_issues(*engine.db); });
}

/// Checks the facts of an older store in a migrated copy.
void check_older_facts(SQLite::Database& db, const std::string& path, const Policies& built_in,
                       Findings& findings) {
  findings.guard("migration", [&] {
    SQLite::Database copy("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(copy, db).executeStep();
    migrate(copy, path);
    findings.note("migration", "a copy can be migrated");
    Engine engine(path, built_in, std::make_unique<SqliteDatabase>(std::move(copy), path),
                  Store::default_lock_wait);
    check_facts_of(engine, findings);
  });
}

std::string size_of(SQLite::Database& db) {
  SqliteStatement counts(db, R"(
    SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM entries)
  )");
  counts.step();
  const auto counted = [](std::int64_t count, const char* one, const char* several) {
    return std::to_string(count) + (count == 1 ? one : several);
  };
  return counted(counts.number(0), " order, ", " orders, ") +
         counted(counts.number(1), " change", " changes");
}

void check_all(std::unique_ptr<SqliteDatabase> database, const std::string& path,
               const Policies& built_in, CheckReport& report) {
  SQLite::Database& db = database->connection();
  Engine engine(path, built_in, std::move(database), Store::default_lock_wait);
  Findings findings(path, report.findings);
  const Snapshot snapshot(*engine.db);
  const int version = version_of(db, path);
  report.schema = version;
  findings.guard("store", [&] { findings.note("store", path + ": " + size_of(db)); });
  check_file(db, path, version, findings);
  if (version == newest_version()) {
    check_facts_of(engine, findings);
  } else {
    check_older_facts(db, path, built_in, findings);
  }
}

}  // namespace

CheckReport check_store(const std::string& path, const Policies& built_in,
                        std::chrono::milliseconds lock_wait) {
  CheckReport report;
  try {
    std::optional<SQLite::Database> db = connect_unmodified(path, lock_wait);
    if (!db) {
      report.findings.push_back({State::note, "store", path + ": does not exist yet", {}});
      return report;
    }
    translate_errors(path, [&] {
      check_all(std::make_unique<SqliteDatabase>(*std::move(db), path), path, built_in, report);
    });
  } catch (const StoreError& error) {
    report.findings.push_back({State::bad, "store", error.what(), {}});
  }
  return report;
}

}  // namespace aliprotect::store
