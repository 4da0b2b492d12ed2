#include "store/sqlite/sidecar_files.h"

#include <filesystem>
#include <string_view>
#include <system_error>

#include "aliprotect/store_file.h"

namespace fs = std::filesystem;

std::string aliprotect::store::without_links(const std::string& path) {
  std::error_code unknown;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
  return unknown ? path : whole.string();
}

namespace aliprotect {
namespace {

using store::without_links;

/// The suffixes of the files that SQLite and `remind` create next to a store.
constexpr std::string_view suffixes[] = {"-wal", "-shm", "-journal", store::reminder_lock_suffix};

}  // namespace

FileRole role_of(const std::string& path, const std::string& store) {
  std::error_code unknown;
  const bool is_same_file = fs::equivalent(path, store, unknown) && !unknown;
  const std::string file = without_links(path);
  const std::string whole = without_links(store);
  if (is_same_file || file == whole) return FileRole::store;
  for (const std::string_view suffix : suffixes) {
    if (!file.ends_with(suffix)) continue;
    const std::string owner = file.substr(0, file.size() - suffix.size());
    if (owner == whole || has_store_header(owner)) return FileRole::sidecar;
  }
  return has_store_header(file) ? FileRole::other_store : FileRole::none;
}

std::string leftover_journal(const std::string& path) {
  for (const char* suffix : {"-wal", "-journal"}) {
    std::error_code unknown;
    if (fs::exists(path + suffix, unknown) || unknown) return path + suffix;
  }
  return {};
}

}  // namespace aliprotect
