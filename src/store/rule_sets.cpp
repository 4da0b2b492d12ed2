#include "store/rule_sets.h"

#include "core/policy_fields.h"
#include "store/row.h"
#include "store/tables.h"

namespace aliprotect::store {
namespace {

void add_count(std::string& counts, const std::optional<Days>& days) {
  counts += (days ? std::to_string(days->count()) : "-") + " ";
}
void add_count(std::string& counts, NotReceivedOpens opens) {
  counts.append(to_string(opens)) += ' ';
}
void add_count(std::string&, const std::string&) {}
void add_count(std::string&, ProtectionStart) {}  // only for a warning

/// The day counts that deadlines depend on: all but the longest protection, which only causes a
/// warning. The strings are stored, so the sequence of the fields must not change.
std::string day_counts(const Policy& policy) {
  std::string counts;
  for_each_field(policy, [&](std::string_view key, const auto& value) {
    if (key != "longest_protection_days") add_count(counts, value);
  });
  return counts;
}

Policy read_policy(RowReader& row) {
  Policy policy;
  row(RuleSetsTable::key, policy.name);
  RuleSetsTable::columns(policy, row);
  return policy;
}

}  // namespace

ScheduledRules::ScheduledRules(Database& db)
    : remember_(db, R"(
        INSERT INTO scheduled_rules (name, day_counts)
        VALUES ($1, $2)
        ON CONFLICT (name) DO NOTHING
      )"),
      replace_(db, R"(
        UPDATE scheduled_rules
        SET day_counts = $1
        WHERE name = $2
      )") {}

void ScheduledRules::remember(const Policy& policy) {
  const std::string counts = day_counts(policy);
  remember_.bind(1, policy.name);
  remember_.bind(2, counts);
  remember_.run();
}

void ScheduledRules::replace(const Policy& policy) {
  const std::string counts = day_counts(policy);
  replace_.bind(1, counts);
  replace_.bind(2, policy.name);
  replace_.run();
}

RuleSetReader::RuleSetReader(Database& db)
    : own_(db, [] { return select_columns<RuleSetsTable>() + " FROM rule_sets ORDER BY name"; }),
      scheduled_(db, "SELECT name, day_counts FROM scheduled_rules ORDER BY name") {}

std::vector<Policy> RuleSetReader::own() {
  std::vector<Policy> policies;
  own_.reset();
  RowReader row(own_);
  while (row.next_row()) policies.push_back(read_policy(row));
  own_.reset();
  return policies;
}

std::optional<Policy> own_rules_before(Database& db, std::int64_t entry, const std::string& name) {
  Statement rows(db, [] {
    return select_columns<RuleSetsTable>() +
           " FROM former_rule_sets WHERE entry_id = $1 AND name = $2";
  });
  rows.bind(1, entry);
  rows.bind(2, name);
  RowReader row(rows);
  if (!row.next_row()) return std::nullopt;
  return read_policy(row);
}

std::map<std::string, std::size_t> orders_by_rules(Database& db) {
  std::map<std::string, std::size_t> counts;
  Statement rows(db, "SELECT rules, count(*) FROM orders GROUP BY rules");
  while (rows.step()) {
    counts[std::string(rows.text(0))] = static_cast<std::size_t>(rows.number(1));
  }
  return counts;
}

std::vector<std::string> RuleSetReader::changed(const Policies& policies) {
  std::vector<std::string> changed;
  while (scheduled_.step()) {
    const Policy* policy = policies.find(scheduled_.text(0));
    if (policy != nullptr && day_counts(*policy) != scheduled_.text(1))
      changed.emplace_back(scheduled_.text(0));
  }
  scheduled_.reset();
  return changed;
}

}  // namespace aliprotect::store
