#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "aliprotect/policy.h"
#include "store/issues.h"

namespace aliprotect::store {

struct OrderIssues {
  Issues unreadable;  ///< values that no version of the program has written
  Issues texts;       ///< that are not UTF-8, of which JSON can be made no more
  Issues deadlines;   ///< rows of `deadlines` that disagree with the facts
};
/// Reads every order. Of orders under a rule set that is unknown, or one of `outdated`, the
/// deadlines are not looked at.
OrderIssues check_orders(const SQLite::Database& db, const Policies& policies,
                         const std::vector<std::string>& outdated);

/// Orders whose column `lists` disagrees with the tables.
Issues list_issues(const SQLite::Database& db);
/// Ids above the highest that the store says it has given.
Issues id_issues(const SQLite::Database& db);
/// Rule sets that orders name and that exist nowhere.
Issues rule_set_issues(const SQLite::Database& db, const Policies& policies);
/// Orders that no entry of the journal knows, and images that are none.
Issues journal_issues(const SQLite::Database& db);

/// Whether `failure` says that what stands in the file is wrong, not that it cannot be had now.
bool is_damage(const SQLite::Exception& failure);

}  // namespace aliprotect::store
