#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "store/postgresql/server_database.h"

/// Opens stores on PostgreSQL servers. Throws StoreError.
namespace aliprotect::store {

/// Returns null if the database has no store. Migrates an older one, which needs its owner.
std::unique_ptr<ServerDatabase> open_on_server_to_read(const std::string& store,
                                                       std::chrono::milliseconds lock_wait);
/// Creates the store if the database has none.
std::unique_ptr<ServerDatabase> open_on_server_to_write(const std::string& store,
                                                        std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
