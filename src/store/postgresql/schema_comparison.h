#pragma once

#include <cstdint>

#include "store/issues.h"
#include "store/postgresql/connection.h"

namespace aliprotect::store {

struct SchemaReport {
  bool is_compared = false;  ///< false if the user may not create temporary tables
  Issues wrong;
};

/// Compares the tables, indexes, constraints, views and triggers of the store with those of its
/// version, which are created as temporary ones and rolled back.
SchemaReport compare_schema(const Connection& connection, std::int64_t version);

}  // namespace aliprotect::store
