#pragma once

#include <chrono>
#include <string>

namespace aliprotect::store {

/// See `Store::replace`.
void replace_store(const std::string& path, const std::string& copy,
                   std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
