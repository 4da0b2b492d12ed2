#include "aliprotect/store_file.h"

#include "store/open.h"
#include "store/sqlite/copy.h"
#include "store/sqlite/restore.h"

namespace aliprotect {

std::optional<StoreCopy> copy_store(const std::string& path, const std::string& into,
                                    std::chrono::milliseconds lock_wait) {
  if (!Store::is_on_server(path)) return store::copy_file(path, into, lock_wait);
  const std::unique_ptr<store::Database> db = store::open_database_to_read(path, lock_wait);
  if (!db) return std::nullopt;
  return store::copy_into_file(*db, into);
}

std::optional<std::size_t> restore_store(const std::string& path, const std::string& backup,
                                         std::chrono::milliseconds lock_wait) {
  return store::restore_file(
      backup, [&] { return store::open_database_to_write(path, lock_wait); }, lock_wait);
}

}  // namespace aliprotect
