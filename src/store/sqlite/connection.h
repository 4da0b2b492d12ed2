#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <optional>
#include <string>

namespace aliprotect::store {

/// Opens an existing store for reading; returns nullopt if the file is missing or empty. Recovers
/// the store after a crash, and migrates a store of an older version. If the file and its folder
/// are read-only, it reads the file unchanged. Throws StoreError.
std::optional<SQLite::Database> connect_to_read(const std::string& path,
                                                std::chrono::milliseconds lock_wait);

/// Opens an existing store for reading without modifying it: it does not migrate an older version,
/// and changes in `-wal` stay there. Returns nullopt if the file is missing or empty. Throws
/// StoreError.
std::optional<SQLite::Database> connect_unmodified(const std::string& path,
                                                   std::chrono::milliseconds lock_wait);

/// Opens a store for writing; creates it if it does not exist. Throws StoreError.
SQLite::Database connect_to_write(const std::string& path, std::chrono::milliseconds lock_wait);

/// Returns a path that SQLite cannot mistake for a URI or `:memory:`.
std::string file_name(const std::string& path);

/// Creates an empty temporary store, which SQLite deletes when the connection is closed. Throws
/// StoreError.
SQLite::Database connect_to_temporary();

}  // namespace aliprotect::store
