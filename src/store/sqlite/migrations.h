#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>
#include <string>

#include "aliprotect/error.h"
#include "core/embedded.h"

namespace aliprotect {

/// data/migrations, in the order of their numbers.
std::span<const EmbeddedFile> migration_files();

namespace store {

/// "ALPR", in the header of every store (PRAGMA application_id).
inline constexpr std::uint32_t application_id = 0x414C5052;

/// The number of migrations that this program knows; a store's own stands in PRAGMA user_version.
int newest_version();

/// 0 for a store that was not begun. Throws StoreError where the file is not ours, or newer.
int version_of(SQLite::Database& db, const std::string& path);

/// Makes the schema of `version` in an empty database.
void make_schema(SQLite::Database& db, int version);

/// Brings the schema to the newest version, in one exclusive transaction; begins an empty store.
void migrate(SQLite::Database& db, const std::string& path);

/// Throws StoreError where another process has replaced the store with one of another version.
void require_newest_version(SQLite::Database& db, const std::string& path);

StoreError newer_version(const std::string& path);

}  // namespace store
}  // namespace aliprotect
