#pragma once

#include <cstdint>
#include <span>

#include "core/embedded.h"

namespace aliprotect {

/// The files of data/migrations/postgresql, by number.
std::span<const EmbeddedFile> postgresql_migration_files();

namespace store {

/// The migrations that the program applies on servers. Only tests replace them.
std::span<const EmbeddedFile>& server_migrations();

/// The newest schema version: the number of migrations. A store has its version in the table
/// `aliprotect_store`.
std::int64_t newest_server_version();

}  // namespace store
}  // namespace aliprotect
