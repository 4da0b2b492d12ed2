#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/database.h"

/// Opens stores in files and on servers. Throws StoreError.
namespace aliprotect::store {

/// Returns null without a store.
std::unique_ptr<Database> open_database_to_read(const std::string& path,
                                                std::chrono::milliseconds lock_wait);
/// Creates the store if there is none.
std::unique_ptr<Database> open_database_to_write(const std::string& path,
                                                 std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
