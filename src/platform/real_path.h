#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace aliprotect {

/// The file itself where `path` is a symbolic link to one; `path` where that cannot be told.
inline std::string real_path(const std::string& path) {
  std::error_code unknown;
  const auto file = std::filesystem::canonical(path, unknown);
  return unknown ? path : file.string();
}

}  // namespace aliprotect
