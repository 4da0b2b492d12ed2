#pragma once

#include <SQLiteCpp/Exception.h>

#include <cstddef>

namespace aliprotect::store {

/// Must be called before SQLite is used. Makes SQLite report I/O errors while opening or reading a
/// file as SQLITE_IOERR. Otherwise it would report a damaged or a read-only file.
void initialize_sqlite();

/// Returns the number of failed reads since the program started.
std::size_t failed_reads() noexcept;

/// Whether `failure` means that the disk could not read the file.
bool is_failed_read(const SQLite::Exception& failure);

}  // namespace aliprotect::store
