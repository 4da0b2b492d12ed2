#include "store/sqlite/integrity_check.h"

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <utility>

#include "store/content_check.h"
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

/// If damage prevents a check, that is a finding as well.
class FileFindings final : public Findings {
 public:
  FileFindings(std::string path, std::vector<Finding>& findings)
      : Findings(findings), path_(std::move(path)) {}

  void guard(const char* about, const std::function<void()>& part) override {
    try {
      part();
    } catch (const SQLite::Exception& failure) {
      add_failure(about, failure);
    } catch (const DbError& error) {
      add_failure(about, sqlite_failure(error));
    }
  }

 private:
  void add_failure(const char* about, const SQLite::Exception& failure) {
    if (!is_damage(failure)) throw store_error(path_, failure);
    note(about, std::string("cannot be checked: ") + failure.what(), State::bad,
         salvage_advice(path_));
  }

  const std::string path_;
};

Remedies remedies(const std::string& path) {
  const auto run = [path](const std::string& sql) {
    return "make a backup, then run: sqlite3 " + shell_path(path) + " \"" + sql + "\"";
  };
  return {salvage_advice(path), run,
          "INSERT OR REPLACE INTO counters (name, value) "
          "SELECT 'highest_id', max(id) FROM orders"};
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
  findings.guard("pages", [&] {
    findings.add("pages", page_issues(db), "no errors in pages, indexes and values", save);
  });
  findings.guard("references", [&] {
    findings.add("references", broken_references(db), "no broken references", save);
  });
  findings.guard("schema", [&] {
    const SchemaDifferences differences = compare_schema(db, version);
    if (differences.wrong.empty()) {
      findings.note("schema", "version " + std::to_string(version) +
                                  (version == newest_version()
                                       ? " (current)"
                                       : "; the next command migrates it to version " +
                                             std::to_string(newest_version())));
    }
    findings.add("schema", differences.wrong, schema_remedy);
    findings.add("schema", differences.extra, {}, State::note);
  });
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
    check_contents(engine, findings, remedies(path));
  });
}

void check_all(std::unique_ptr<SqliteDatabase> database, const std::string& path,
               const Policies& built_in, CheckReport& report) {
  SQLite::Database& db = database->connection();
  Engine engine(path, built_in, std::move(database), Store::default_lock_wait);
  FileFindings findings(path, report.findings);
  const Snapshot snapshot(*engine.db);
  const int version = version_of(db, path);
  report.schema = version;
  findings.guard("store", [&] { findings.note("store", path + ": " + size_of(*engine.db)); });
  check_file(db, path, version, findings);
  if (version == newest_version()) {
    check_contents(engine, findings, remedies(path));
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
