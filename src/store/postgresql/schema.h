#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/embedded.h"
#include "store/postgresql/connection.h"

namespace aliprotect {

/// The files of data/migrations/postgresql, by number.
std::span<const EmbeddedFile> postgresql_migration_files();

namespace store {

/// Returns the schema version of the store `name`; 0 if the database has no store. Throws
/// StoreError if this program cannot use the version.
std::int64_t version_of(const Connection& connection, const std::string& name);

/// Creates the schema in the first schema of `search_path`, unless another process has done it.
void create_schema(const Connection& connection, const std::string& name);

/// Throws StoreError if this program cannot use the version.
void require_this_version(const std::string& name, std::int64_t version);

}  // namespace store
}  // namespace aliprotect
