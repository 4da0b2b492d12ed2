#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace aliprotect::store {

/// What SQLite finds wrong with pages, indexes and values, at most `most` of it; where that is
/// nothing, what is wrong with partial indexes. Throws SQLite::Exception, also where the disk
/// cannot read a page.
std::vector<std::string> integrity_errors(SQLite::Database& db, int max_errors);

/// The indexes with a WHERE that have other entries than their tables have rows. `integrity_check`
/// of SQLite 3.46 finds those that lack an entry, but not those that have one more.
std::vector<std::string> partial_index_errors(SQLite::Database& db);

}  // namespace aliprotect::store
