#pragma once

#include <SQLiteCpp/Database.h>

#include <vector>

#include "store/issues.h"
#include "store/table_copy.h"

namespace aliprotect::store {

/// Returns the tables of the newest version. A table follows those that it refers to.
std::vector<TableColumns> tables_of_store();

/// The differences of tables, columns, indexes, views and triggers between `db` and the schema of
/// `version`.
struct SchemaDifferences {
  Issues wrong;  ///< missing or changed parts, and triggers
  Issues extra;  ///< additional tables, views and indexes
};
SchemaDifferences compare_schema(SQLite::Database& db, int version);

}  // namespace aliprotect::store
