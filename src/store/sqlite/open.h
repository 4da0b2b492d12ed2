#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/database.h"

/// Opens stores in SQLite files (see connection.h). Throws StoreError.
namespace aliprotect::store {

/// Returns null if the store does not exist.
std::unique_ptr<Database> open_to_read(const std::string& path,
                                       std::chrono::milliseconds lock_wait);
std::unique_ptr<Database> open_to_write(const std::string& path,
                                        std::chrono::milliseconds lock_wait);

inline constexpr auto temporary_name = "the temporary store";
std::unique_ptr<Database> open_temporary();

/// `SQLite 3.40.1`.
std::string sqlite_version();

}  // namespace aliprotect::store
