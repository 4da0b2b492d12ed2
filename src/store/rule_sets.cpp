#include "store/rule_sets.h"

#include <optional>

#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

/// The day counts of a rule set, whatever its texts say.
std::string day_counts(const Policy& policy) {
  const std::optional<Days> counts[] = {
      policy.dispute_opens,  policy.short_promise,  policy.dispute_grace,   policy.escalation_opens,
      policy.auto_escalates, policy.reason_change,  policy.seller_answers,  policy.reminder_from,
      policy.reminder_until, policy.extension_from, policy.extension_until,
  };
  std::string text;
  for (const std::optional<Days>& count : counts)
    text += (count ? std::to_string(count->count()) : "-") + " ";
  return text;
}

void run(SQLite::Statement& statement, const Policy& policy) {
  statement.tryReset();
  statement.bind(":name", policy.name);
  statement.bind(":day_counts", day_counts(policy));
  statement.exec();
}

}  // namespace

ScheduledRules::ScheduledRules(const SQLite::Database& db)
    : remember_(db, R"(
        INSERT INTO scheduled_rules (name, day_counts)
        VALUES (:name, :day_counts)
        ON CONFLICT (name) DO NOTHING
      )"),
      renew_(db, R"(
        UPDATE scheduled_rules
        SET day_counts = :day_counts
        WHERE name = :name
      )") {}

void ScheduledRules::remember(const Policy& policy) { run(remember_, policy); }

void ScheduledRules::renew(const Policy& policy) { run(renew_, policy); }

std::vector<Policy> own_rule_sets(const SQLite::Database& db) {
  std::vector<Policy> policies;
  SQLite::Statement rows(db, select_all(names_of<RuleSetsTable>()));
  RowReader row;
  while (row.next_row(rows)) {
    Policy& policy = policies.emplace_back();
    row("name", policy.name);
    RuleSetsTable::columns(policy, row);
  }
  return policies;
}

std::map<std::string, std::size_t> orders_by_rules(const SQLite::Database& db) {
  std::map<std::string, std::size_t> counts;
  SQLite::Statement rows(db, "SELECT rules, count(*) FROM orders GROUP BY rules");
  while (rows.executeStep()) {
    counts[rows.getColumn(0).getString()] = static_cast<std::size_t>(rows.getColumn(1).getInt64());
  }
  return counts;
}

std::vector<std::string> changed_rules(const SQLite::Database& db, const Policies& policies) {
  std::vector<std::string> changed;
  SQLite::Statement scheduled(db, "SELECT name, day_counts FROM scheduled_rules ORDER BY name");
  while (scheduled.executeStep()) {
    const std::string name = scheduled.getColumn(0).getString();
    const Policy* policy = policies.find(name);
    if (policy != nullptr && day_counts(*policy) != scheduled.getColumn(1).getString())
      changed.push_back(name);
  }
  return changed;
}

}  // namespace aliprotect::store
