#pragma once

#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "store/database.h"
#include "store/issues.h"

namespace aliprotect::store {

struct OrderIssues {
  Issues unreadable;  ///< orders with invalid values
  Issues texts;       ///< texts that are not UTF-8
  Issues tags;        ///< orders whose rows of `tags` do not match their facts
  Issues deadlines;   ///< orders whose rows of `deadlines` and `states` do not match their facts
};
/// Checks every order. Does not check the derived tables of orders whose rule set is unknown or one
/// of `outdated`.
OrderIssues check_orders(Database& db, const Policies& policies,
                         const std::vector<std::string>& outdated);

/// Finds ids above the highest id ever assigned.
Issues id_issues(Database& db);
/// Finds unknown rule sets that orders use.
Issues rule_set_issues(Database& db, const Policies& policies);
/// Finds orders without an entry in the journal, and invalid entries and former rows.
Issues journal_issues(Database& db);

}  // namespace aliprotect::store
