#pragma once

#include <cstdint>
#include <string>

#include "store/postgresql/connection.h"

namespace aliprotect::store {

/// Returns the schema version of the store `name`; 0 if the database has no store. Throws
/// StoreError if it is newer than this program or unknown.
std::int64_t version_of(const Connection& connection, const std::string& name);

/// Migrates the store from `version`, which `version_of` has returned, to the newest one in one
/// transaction; creates the schema of a new store in the first schema of `search_path`.
void migrate(const Connection& connection, const std::string& name, std::int64_t version);

/// Throws StoreError unless `version` is the newest one.
void require_newest_version(const std::string& name, std::int64_t version);

}  // namespace aliprotect::store
