#include "store/sqlite/sidecar_files.h"

#include <filesystem>
#include <string_view>
#include <system_error>

#include "store/sqlite/file_check.h"

namespace aliprotect::store {
namespace {

namespace fs = std::filesystem;

/// What SQLite and `tell` keep beside a store.
constexpr std::string_view suffixes[] = {"-wal", "-shm", "-journal", telling_suffix};

}  // namespace

std::string without_links(const std::string& path) {
  std::error_code unknown;
  const fs::path whole = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
  return unknown ? path : whole.string();
}

Store::Part part_at(const std::string& path, const std::string& store) {
  std::error_code unknown;
  const bool is_same_file = fs::equivalent(path, store, unknown) && !unknown;
  const std::string file = without_links(path);
  const std::string whole = without_links(store);
  if (is_same_file || file == whole) return Store::Part::store;
  for (const std::string_view suffix : suffixes) {
    if (!file.ends_with(suffix)) continue;
    const std::string owner = file.substr(0, file.size() - suffix.size());
    if (owner == whole || begins_as_store(owner)) return Store::Part::companion;
  }
  return begins_as_store(file) ? Store::Part::another_store : Store::Part::none;
}

std::string waiting_at(const std::string& path) {
  for (const char* suffix : {"-wal", "-journal"}) {
    std::error_code unknown;
    if (fs::exists(path + suffix, unknown) || unknown) return path + suffix;
  }
  return {};
}

}  // namespace aliprotect::store
