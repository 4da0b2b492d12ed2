#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace aliprotect::store {

/// Returns at most `max_errors` errors in pages, indexes and values. If SQLite finds none, returns
/// `partial_index_errors`. Throws SQLite::Exception, also if the disk cannot read a page.
std::vector<std::string> integrity_errors(SQLite::Database& db, int max_errors);

/// Returns an error for each partial index whose number of entries is wrong. `integrity_check` of
/// SQLite 3.46 finds missing entries of a partial index, but not additional ones.
std::vector<std::string> partial_index_errors(SQLite::Database& db);

}  // namespace aliprotect::store
