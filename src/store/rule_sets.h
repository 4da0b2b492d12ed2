#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "store/database.h"

namespace aliprotect::store {

/// Stores the day counts from which the deadlines of each rule set's orders were calculated, to
/// detect rule sets that have changed since.
class ScheduledRules {
 public:
  explicit ScheduledRules(Database& db);

  /// Stores the day counts of `policy`, unless those of its rule set are already stored.
  void remember(const Policy& policy);
  /// Replaces the stored day counts, after all deadlines of the rule set were recalculated.
  void replace(const Policy& policy);

 private:
  Statement remember_;
  Statement replace_;
};

/// Reads the rule sets at the start of each read and change.
class RuleSetReader {
 public:
  explicit RuleSetReader(Database& db);

  /// The user's rule sets, by name.
  std::vector<Policy> own();
  /// The names of the `policies` whose day counts differ from the stored ones.
  std::vector<std::string> changed(const Policies& policies);

 private:
  Statement own_;
  Statement scheduled_;
};

/// Returns the user's rule set `name` from before the journal's entry; nullopt if the entry added
/// it.
std::optional<Policy> own_rules_before(Database& db, std::int64_t entry, const std::string& name);

/// Returns the number of orders that use each rule set; unused rule sets are left out.
std::map<std::string, std::size_t> orders_by_rules(Database& db);

}  // namespace aliprotect::store
