#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "store/database.h"

namespace aliprotect::store {

/// Copies all rows of the store in `file` into an empty store, in one transaction. `open_target` is
/// called after the file was checked. Returns the number of orders; nullopt if the target is not
/// empty. Throws StoreError if a store cannot be used.
std::optional<std::size_t> restore_file(
    const std::string& file, const std::function<std::unique_ptr<Database>()>& open_target,
    std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
