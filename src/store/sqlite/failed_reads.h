#pragma once

#include <SQLiteCpp/Exception.h>

#include <cstddef>

namespace aliprotect::store {

/// Must be called before SQLite is used. Makes it report a read or an opening that fails with an
/// I/O error as SQLITE_IOERR. By itself it reports the former as a damaged file, and the latter as
/// one that may not be written.
void initialize_sqlite();

/// How many reads have failed since the program started.
std::size_t failed_reads() noexcept;

/// Whether `failure` says that the disk did not read what the file holds.
bool is_failed_read(const SQLite::Exception& failure);

}  // namespace aliprotect::store
