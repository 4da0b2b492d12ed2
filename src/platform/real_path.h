#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace aliprotect {

/// Returns the target if `path` is a symbolic link, or `path` itself if it cannot be resolved.
inline std::string real_path(const std::string& path) {
  std::error_code unknown;
  const auto file = std::filesystem::canonical(path, unknown);
  return unknown ? path : file.string();
}

}  // namespace aliprotect
