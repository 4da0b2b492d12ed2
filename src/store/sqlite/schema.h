#pragma once

#include <SQLiteCpp/Database.h>

#include "store/issues.h"

namespace aliprotect::store {

/// How the tables, columns, indexes, views and triggers of `db` differ from those that the schema
/// of `version` has.
struct SchemaDifferences {
  Issues wrong;  ///< missing, made otherwise, or a trigger that changes facts unbidden
  Issues extra;  ///< tables, views and indexes of somebody else's
};
SchemaDifferences compare_schema(SQLite::Database& db, int version);

}  // namespace aliprotect::store
