#pragma once

#include <SQLiteCpp/Database.h>

#include <chrono>
#include <optional>
#include <string>

namespace aliprotect::store {

/// A connection to an existing store of the newest version; nothing where none was begun.
/// Recovers what a crash left and brings an older store up to date, but changes nothing that it
/// holds. Where neither file nor folder can be written, it reads the file as it lies. Throws
/// StoreError.
std::optional<SQLite::Database> connect_to_read(const std::string& path,
                                                std::chrono::milliseconds lock_wait);

/// A connection to an existing store of this or an older version, which is left as it is: an older
/// one is not brought up to date, and what waits in its `-wal` stays there. Nothing where none was
/// begun. Throws StoreError.
std::optional<SQLite::Database> connect_unmodified(const std::string& path,
                                                   std::chrono::milliseconds lock_wait);

/// A connection to the store, which is made where there is none. Throws StoreError.
SQLite::Database connect_to_write(const std::string& path, std::chrono::milliseconds lock_wait);

/// So that SQLite takes every name for that of a file.
std::string file_name(const std::string& path);

/// A connection to an empty store without a name, which SQLite deletes when it is closed. Throws
/// StoreError.
SQLite::Database connect_to_temporary();

}  // namespace aliprotect::store
