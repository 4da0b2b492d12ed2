#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/store.h"

namespace aliprotect {

/// Copies everything readable of the damaged store at `path` into the empty file `into`, as a valid
/// store. Skips rows whose order is lost. Returns nullopt if there is no store. Throws StoreError
/// if even the schema is unreadable, UserError if the copy cannot be written.
std::optional<Store::CopyResult> salvage_store(
    const std::string& path, const std::string& into,
    std::chrono::milliseconds lock_wait = Store::default_lock_wait);

}  // namespace aliprotect
