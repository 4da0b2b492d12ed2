#include "store/open.h"

#include "store/postgresql/open.h"
#include "store/postgresql/server_name.h"
#include "store/sqlite/open.h"

namespace aliprotect::store {

std::unique_ptr<Database> open_database_to_read(const std::string& path,
                                                std::chrono::milliseconds lock_wait) {
  if (is_on_server(path)) return open_on_server_to_read(path, lock_wait);
  return open_to_read(path, lock_wait);
}

std::unique_ptr<Database> open_database_to_write(const std::string& path,
                                                 std::chrono::milliseconds lock_wait) {
  if (is_on_server(path)) return open_on_server_to_write(path, lock_wait);
  return open_to_write(path, lock_wait);
}

}  // namespace aliprotect::store
