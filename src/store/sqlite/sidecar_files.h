#pragma once

#include <string>

namespace aliprotect::store {

/// The suffix of the lock file of `Store::send_reminders`.
inline constexpr auto reminder_lock_suffix = "-remind";

/// Returns the absolute path with links resolved, or `path` itself if that fails.
std::string without_links(const std::string& path);

}  // namespace aliprotect::store
