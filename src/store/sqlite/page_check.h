#pragma once

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

namespace aliprotect::store {

/// What SQLite finds wrong with pages, indexes and values, at most `most` of it. Throws
/// SQLite::Exception, also where the disk cannot read a page.
std::vector<std::string> faults_of_pages(SQLite::Database& db, int most);

}  // namespace aliprotect::store
