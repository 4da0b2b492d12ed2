#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/error.h"
#include "aliprotect/store_file.h"
#include "store/database.h"
#include "store/sqlite/failed_reads.h"

namespace aliprotect::store {

/// Whether the failure concerns the copy, not the store. `failed_before` is the number of failed
/// reads before copying started.
bool is_copy_failure(const SQLite::Exception& failure, std::size_t failed_before);
UserError copy_error(const SQLite::Exception& failure);

/// Runs `steps`, which write a copy. Throws UserError if it cannot be written.
template <typename Steps>
auto writing_copy(const Steps& steps) {
  const std::size_t failed_before = failed_reads();
  try {
    return steps();
  } catch (const SQLite::Exception& failure) {
    if (!is_copy_failure(failure, failed_before)) throw;
    throw copy_error(failure);
  }
}

/// Opens the empty file `into`, and creates the schema of `version` in it. It has no journal: a
/// file whose writing fails must be removed.
SQLite::Database create_copy(const std::string& into, int version);

/// See `aliprotect::copy_store`. The copy is one compact file and keeps the schema version of the
/// store.
std::optional<StoreCopy> copy_file(const std::string& path, const std::string& into,
                                   std::chrono::milliseconds lock_wait);
/// The same for a store on a server. The copy has the newest schema version.
StoreCopy copy_into_file(Database& from, const std::string& into);

}  // namespace aliprotect::store
