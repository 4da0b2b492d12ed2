#include "store/content_check.h"

#include <cstdint>
#include <vector>

#include "store/consistency_check.h"

namespace aliprotect::store {
namespace {

void report_orders(Engine& engine, Findings& findings, const Remedies& remedies) {
  const std::vector<std::string> outdated = RuleSetReader(*engine.db).changed(engine.policies());
  const OrderIssues found = check_orders(*engine.db, engine.policies(), outdated);
  const std::string fix = remedies.run("UPDATE scheduled_rules SET day_counts = ''") +
                          "; the next change writes both derived tables again";
  findings.add("orders", found.unreadable, "all orders can be read", remedies.unreadable);
  findings.add("orders", found.texts, "replace the text with `aliprotect edit ORDER`");
  findings.add("tags", found.tags, "match the facts", fix);
  findings.add(
      "deadlines", found.deadlines,
      outdated.empty() ? "match the facts" : "some will be recalculated by the next change", fix);
}

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

void check_contents(Engine& engine, Findings& findings, const Remedies& remedies) {
  Database& db = *engine.db;
  findings.guard("orders", [&] { report_orders(engine, findings, remedies); });
  findings.guard("ids", [&] {
    findings.add("ids", id_issues(db), "no id is above the highest one assigned",
                 remedies.run(remedies.raise_highest_id));
  });
  findings.guard("rules", [&] {
    findings.add("rules", rule_set_issues(db, engine.policies()), "all orders use known rule sets",
                 "add the rule set with `aliprotect rules add FILE`, or use another one: "
                 "`aliprotect edit ORDER --rules NAME`");
  });
  findings.guard("log", [&] {
    findings.add("log", journal_issues(db), "complete and readable",
                 "restore a backup, or continue without the log: export all orders and import them "
                 "into a new store");
  });
}

std::string size_of(Database& db) {
  Statement counts(db, "SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM entries)");
  counts.step();
  return counted(counts.number(0), "order") + ", " + counted(counts.number(1), "change");
}

}  // namespace aliprotect::store
