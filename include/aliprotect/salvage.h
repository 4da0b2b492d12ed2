#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "aliprotect/store.h"

namespace aliprotect {

/// Writes what can still be read of the damaged store at `path` into the empty file `into`, as a
/// sound store: rows whose order is lost stay out. Nothing where there is no store. Throws
/// StoreError where not even its schema can be read, UserError where the copy cannot be written.
std::optional<Store::Copied> salvage_store(const std::string& path, const std::string& into,
                                           std::chrono::milliseconds lock_wait = Store::patience);

}  // namespace aliprotect
