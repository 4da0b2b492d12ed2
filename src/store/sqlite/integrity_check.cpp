#include "store/sqlite/integrity_check.h"

#include <SQLiteCpp/Backup.h>

#include <filesystem>
#include <utility>

#include "store/consistency_check.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/engine.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_check.h"
#include "store/sqlite/migrations.h"
#include "store/sqlite/page_check.h"
#include "store/sqlite/schema.h"
#include "store/sqlite/snapshot.h"

namespace aliprotect::store {
namespace {

using State = Finding::State;

/// Gathers what is found; what cannot even be looked at because of damage is a finding as well.
class Findings {
 public:
  Findings(std::string path, std::vector<Finding>& findings)
      : path_(std::move(path)), findings_(findings) {}

  void note(const char* about, std::string text, State state = State::well) {
    findings_.push_back({state, about, std::move(text), {}});
  }

  void tell(const char* about, const Issues& complaints, const std::string& remedy,
            State state = State::bad) {
    for (const std::string& text : complaints.first()) {
      findings_.push_back({state, about, text, remedy});
    }
    if (complaints.more() == 0) return;
    const std::string more = "and " + std::to_string(complaints.more()) + " more";
    findings_.push_back({state, about, more, remedy});
  }

  /// Says `well` where `look()` has no complaints.
  template <typename Look>
  void look(const char* about, const char* well, const std::string& remedy, const Look& look) {
    guard(about, [&] {
      const Issues complaints = look();
      if (complaints.none()) note(about, well);
      tell(about, complaints, remedy);
    });
  }

  template <typename Steps>
  void guard(const char* about, const Steps& steps) {
    try {
      steps();
    } catch (const SQLite::Exception& failure) {
      if (!is_damage(failure)) throw store_error(path_, failure);
      findings_.push_back({State::bad, about, std::string("cannot be looked at: ") + failure.what(),
                           save_what_can_be_read(path_)});
    }
  }

 private:
  const std::string path_;
  std::vector<Finding>& findings_;
};

/// Runs SQL on the store by hand, on a path that a shell takes as it is.
std::string by_hand(const std::string& path, const std::string& sql) {
  return "make a backup, then run: sqlite3 " + in_shell(path) + " \"" + sql + "\"";
}

/// How many hard links lead to it.
std::uintmax_t names_of_file(const std::string& path) {
  std::error_code unknown;
  const std::uintmax_t names = std::filesystem::hard_link_count(path, unknown);
  return unknown ? 1 : names;
}

Issues page_faults(SQLite::Database& db) {
  Issues complaints;
  for (const std::string& text : faults_of_pages(db, 100)) complaints.add(text);
  return complaints;
}

Issues broken_references(SQLite::Database& db) {
  Issues complaints;
  Statement rows(db, R"(
    SELECT "table", parent, count(*)
    FROM pragma_foreign_key_check
    GROUP BY "table", parent
  )");
  while (rows.step()) {
    complaints.add(std::to_string(rows.number(2)) + " of " + std::string(rows.text(0)) +
                   " refer to nothing in " + std::string(rows.text(1)));
  }
  return complaints;
}

void look_at_file(Engine& engine, int version, Findings& findings) {
  const std::string save = save_what_can_be_read(engine.path);
  if (is_cut_short(engine.db, engine.path)) {
    Issues complaints;
    complaints.add("the end of the file is missing");
    findings.tell("pages", complaints, save);
  }
  if (const auto names = names_of_file(engine.path); names > 1) {
    findings.note("file",
                  "it has " + std::to_string(names) +
                      " names: use one of them alone, as changes wait beside the name",
                  State::worth_knowing);
  }
  findings.look("pages", "pages, indexes and values are sound", save,
                [&] { return page_faults(engine.db); });
  findings.look("references", "every row refers to one that is there", save,
                [&] { return broken_references(engine.db); });
  findings.guard("schema", [&] {
    const SchemaDifferences differences = compare_schema(engine.db, version);
    if (differences.wrong.none()) {
      findings.note("schema", "version " + std::to_string(version) +
                                  (version == newest_version()
                                       ? ", the newest"
                                       : " of " + std::to_string(newest_version()) +
                                             ": the next command brings it up to date"));
    }
    findings.tell("schema", differences.wrong,
                  "restore a backup, or import what `aliprotect export` still writes into a new "
                  "store; undo a change of the schema that was made by hand");
    findings.tell("schema", differences.beside, {}, State::worth_knowing);
  });
}

void tell_of_orders(Engine& engine, Findings& findings) {
  findings.guard("orders", [&] {
    const std::vector<std::string> outdated = RulesInForce(engine.db).changed(engine.policies());
    const OrderIssues found = look_at_orders(engine.db, engine.policies(), outdated);
    if (found.unreadable.none()) findings.note("orders", "each can be read");
    findings.tell("orders", found.unreadable, save_what_can_be_read(engine.path));
    findings.tell("orders", found.texts,
                  "give it another text with `aliprotect edit ORDER`; no JSON can be made of it");
    if (found.deadlines.none()) {
      findings.note("deadlines", outdated.empty()
                                     ? "as the facts say"
                                     : "some are derived anew by the next command that records");
    }
    findings.tell("deadlines", found.deadlines,
                  by_hand(engine.path, "UPDATE scheduled_rules SET day_counts = ''") +
                      "; the next command that records derives all of them anew");
  });
}

void look_at_facts(Engine& engine, Findings& findings) {
  tell_of_orders(engine, findings);
  findings.look("lists", "as the tables say",
                by_hand(engine.path, "UPDATE orders SET lists = NULL"),
                [&] { return wrong_lists(engine.db); });
  findings.look("ids", "none is above the highest that was given",
                by_hand(engine.path,
                        "DELETE FROM sqlite_sequence; "
                        "INSERT INTO sqlite_sequence SELECT 'orders', max(id) FROM orders"),
                [&] { return ids_never_given(engine.db); });
  findings.look("rules", "every order is under a known rule set",
                "add the rule set with `aliprotect rules add FILE`, or name another one with "
                "`aliprotect edit ORDER --rules NAME`",
                [&] { return unknown_rules(engine.db, engine.policies()); });
  findings.look("journal", "it knows every order, and what it replaced can be read",
                "restore a backup; or go on with the orders alone: import what `aliprotect export` "
                "writes into a new store",
                [&] { return journal_faults(engine.db); });
}

/// The facts of an older store are looked at in a copy that is brought up to date.
void look_at_older_facts(Engine& engine, const Policies& built_in, Findings& findings) {
  findings.guard("migration", [&] {
    Engine copy(engine.path, built_in,
                SQLite::Database("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE),
                engine.lock_wait);
    SQLite::Backup(copy.db, engine.db).executeStep();
    migrate(copy.db, engine.path);
    findings.note("migration", "a copy of it could be brought up to date");
    look_at_facts(copy, findings);
  });
}

std::string size_of(SQLite::Database& db) {
  Statement counts(db, R"(
    SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM entries)
  )");
  counts.step();
  const auto counted = [](std::int64_t count, const char* one, const char* several) {
    return std::to_string(count) + (count == 1 ? one : several);
  };
  return counted(counts.number(0), " order, ", " orders, ") +
         counted(counts.number(1), " change", " changes");
}

void look_at_all(Engine& engine, const Policies& built_in, CheckReport& examination) {
  Findings findings(engine.path, examination.findings);
  const Snapshot snapshot(engine.db);
  const int version = version_of(engine.db, engine.path);
  examination.schema = version;
  findings.guard("store", [&] { findings.note("store", engine.path + ": " + size_of(engine.db)); });
  look_at_file(engine, version, findings);
  if (version == newest_version()) {
    look_at_facts(engine, findings);
  } else {
    look_at_older_facts(engine, built_in, findings);
  }
}

}  // namespace

CheckReport examine(const std::string& path, const Policies& built_in,
                    std::chrono::milliseconds lock_wait) {
  CheckReport examination;
  try {
    std::optional<SQLite::Database> db = connect_as_it_is(path, lock_wait);
    if (!db) {
      examination.findings.push_back(
          {State::worth_knowing, "store", path + ": none there yet", {}});
      return examination;
    }
    Engine engine(path, built_in, *std::move(db), lock_wait);
    translating(path, [&] { look_at_all(engine, built_in, examination); });
  } catch (const StoreError& error) {
    examination.findings.push_back({State::bad, "store", error.what(), {}});
  }
  return examination;
}

}  // namespace aliprotect::store
