#pragma once

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>
#include <string>

#include "aliprotect/error.h"
#include "core/embedded.h"
#include "store/versions.h"

namespace aliprotect {

/// The files of data/migrations/sqlite, by number.
std::span<const EmbeddedFile> migration_files();

namespace store {

/// "ALPO", in the header of every store (PRAGMA application_id).
inline constexpr std::uint32_t application_id = 0x414C504F;
/// "ALPR", in stores that were created before the first release, with other tables.
inline constexpr std::uint32_t unreleased_application_id = 0x414C5052;

/// The migrations that the program applies. Only tests replace them.
std::span<const EmbeddedFile>& migrations();

/// The newest schema version: the number of migrations. A store has its version in PRAGMA
/// user_version.
int newest_version();

/// Returns the schema version; 0 if the store is empty. Throws StoreError if the file is not a
/// store, was created before the first release or has a newer version.
int version_of(SQLite::Database& db, const std::string& path);

/// Creates the schema of `version` in an empty database.
void make_schema(SQLite::Database& db, int version);

/// Migrates the store to the newest version in one exclusive transaction; creates the schema of an
/// empty store.
void migrate(SQLite::Database& db, const std::string& path);

/// Throws StoreError if another process has replaced the store with one of another version.
void require_newest_version(SQLite::Database& db, const std::string& path);

StoreError older_version(const std::string& path);
StoreError unreleased_version(const std::string& path);

}  // namespace store
}  // namespace aliprotect
