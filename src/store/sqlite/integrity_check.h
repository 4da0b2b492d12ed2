#pragma once

#include <chrono>
#include <string>

#include "aliprotect/store.h"

namespace aliprotect::store {

/// See `Store::check`.
CheckReport check_store(const std::string& path, const Policies& built_in,
                        std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
