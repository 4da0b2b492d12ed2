#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace aliprotect::store {

/// What stands at the path of a store. An empty file is a store that was never begun.
enum class FileState { absent, empty, present };

/// Looks without opening. Throws StoreError where it is no regular file, or out of reach.
FileState file_state(const std::string& path);

/// Makes an empty file of mode 0600; one that another process made in the meantime will do.
void create_file(const std::string& path);

/// Whether a store of any version begins so.
bool has_store_header(const std::string& path);

/// Throws StoreError unless the file of `db` is empty or begins as a store of this or an older
/// version. Reads through the handle of `db`, before SQLite has read or written anything of it.
void check_header(SQLite::Database& db, const std::string& path);

/// Whether the file of `db` lacks a part of its last page, which SQLite would read as zeros. Reads
/// through the handle of `db`: to close another one would let go of its locks.
bool is_truncated(SQLite::Database& db, const std::string& path);
/// Throws SQLite::Exception (SQLITE_CORRUPT) where it does.
void check_not_truncated(SQLite::Database& db, const std::string& path);

/// Whether nothing of the store waits beside it, in `-wal` or `-journal`.
bool has_no_journal(const std::string& path);

}  // namespace aliprotect::store
