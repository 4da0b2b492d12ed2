#pragma once

#include <SQLiteCpp/Database.h>

#include "store/issues.h"

namespace aliprotect::store {

/// The differences of tables, columns, indexes, views and triggers between `db` and the schema of
/// `version`.
struct SchemaDifferences {
  Issues wrong;  ///< missing or changed parts, and triggers
  Issues extra;  ///< additional tables, views and indexes
};
SchemaDifferences compare_schema(SQLite::Database& db, int version);

}  // namespace aliprotect::store
