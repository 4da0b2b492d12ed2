#pragma once

#include <string>

#include "aliprotect/store.h"

namespace aliprotect::store {

/// What names the lock of `tell` beside a store.
inline constexpr auto reminder_lock_suffix = "-remind";

/// The file itself, whatever links lead there; `path` where it cannot be told.
std::string without_links(const std::string& path);

Store::FileRole role_of(const std::string& path, const std::string& store);
std::string leftover_journal(const std::string& path);

}  // namespace aliprotect::store
