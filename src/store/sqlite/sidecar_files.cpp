#include "store/sqlite/sidecar_files.h"

#include <filesystem>
#include <string_view>
#include <system_error>

#include "store/sqlite/file_check.h"

namespace aliprotect::store {
namespace {

namespace fs = std::filesystem;

/// The suffixes of the files that SQLite and `remind` create next to a store.
constexpr std::string_view suffixes[] = {"-wal", "-shm", "-journal", reminder_lock_suffix};

}  // namespace

std::string without_links(const std::string& path) {
  std::error_code unknown;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
  return unknown ? path : whole.string();
}

Store::FileRole role_of(const std::string& path, const std::string& store) {
  std::error_code unknown;
  const bool is_same_file = fs::equivalent(path, store, unknown) && !unknown;
  const std::string file = without_links(path);
  const std::string whole = without_links(store);
  if (is_same_file || file == whole) return Store::FileRole::store;
  for (const std::string_view suffix : suffixes) {
    if (!file.ends_with(suffix)) continue;
    const std::string owner = file.substr(0, file.size() - suffix.size());
    if (owner == whole || has_store_header(owner)) return Store::FileRole::sidecar;
  }
  return has_store_header(file) ? Store::FileRole::other_store : Store::FileRole::none;
}

std::string leftover_journal(const std::string& path) {
  for (const char* suffix : {"-wal", "-journal"}) {
    std::error_code unknown;
    if (fs::exists(path + suffix, unknown) || unknown) return path + suffix;
  }
  return {};
}

}  // namespace aliprotect::store
