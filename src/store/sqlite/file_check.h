#pragma once

#include <SQLiteCpp/Database.h>

#include <string>

namespace aliprotect::store {

/// Whether there is a file at the path of a store. An empty file is a store without content.
enum class FileState { absent, empty, present };

/// Checks the file without opening it. Throws StoreError if it is not a regular file or cannot be
/// read.
FileState file_state(const std::string& path);

/// Creates an empty file with mode 0600. Does nothing if another process has just created it.
void create_file(const std::string& path);

/// Throws StoreError unless the file of `db` is empty or has the header of a store of this or an
/// older version. Reads through the handle of `db`, before SQLite has accessed the file.
void check_header(SQLite::Database& db, const std::string& path);

/// Whether the last page of the file of `db` is incomplete; SQLite would read the rest as zeros.
/// Reads through the handle of `db`, because closing another one would release its locks.
bool is_truncated(SQLite::Database& db, const std::string& path);
/// Throws SQLite::Exception (SQLITE_CORRUPT) if it is.
void check_not_truncated(SQLite::Database& db, const std::string& path);

/// Whether `-wal` and `-journal` are missing or empty, so that the file itself is complete.
bool has_no_journal(const std::string& path);

}  // namespace aliprotect::store
