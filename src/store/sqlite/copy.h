#pragma once

#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/error.h"
#include "aliprotect/store.h"

namespace aliprotect::store {

/// Whether it is the copy that fails, and not the store.
bool is_of_the_copy(const SQLite::Exception& failure);
UserError copy_error(const SQLite::Exception& failure);

/// Runs `steps`, which write a copy; where that cannot be written, a UserError says so.
template <typename Steps>
auto writing_copy(const Steps& steps) {
  try {
    return steps();
  } catch (const SQLite::Exception& failure) {
    if (!is_of_the_copy(failure)) throw;
    throw copy_error(failure);
  }
}

/// See `Store::copy`. The copy is compact, in one file, and its schema stays that of the store.
std::optional<Store::Copied> copy_store(const std::string& path, const std::string& into,
                                        std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
