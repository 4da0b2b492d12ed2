#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "store/sqlite/statement.h"

namespace aliprotect::store {

/// Remembers under which day counts the deadlines of each rule set's orders were derived, so that a
/// rule set that has changed since is noticed.
class ScheduledRules {
 public:
  explicit ScheduledRules(const SQLite::Database& db);

  /// The deadlines of an order were derived from `policy`; the first one told of a rule set counts.
  void remember(const Policy& policy);
  /// All deadlines of the rule set were derived anew.
  void replace(const Policy& policy);

 private:
  Statement remember_;
  Statement replace_;
};

/// What is asked at the beginning of each reading and change.
class RuleSetReader {
 public:
  explicit RuleSetReader(const SQLite::Database& db);

  /// The user's own rule sets, by name.
  std::vector<Policy> own();
  /// The names of those `policies` whose orders' deadlines were derived under other day counts.
  std::vector<std::string> changed(const Policies& policies);

 private:
  Statement own_;
  Statement scheduled_;
};

/// The user's own rule set `name` as the journal's entry replaced it; nothing where it was new.
std::optional<Policy> own_rules_before(const SQLite::Database& db, std::int64_t entry,
                                       const std::string& name);

/// How many orders live under each rule set that has any.
std::map<std::string, std::size_t> orders_by_rules(const SQLite::Database& db);

}  // namespace aliprotect::store
