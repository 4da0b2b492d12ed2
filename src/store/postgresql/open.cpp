#include "store/postgresql/open.h"

#include "store/postgresql/errors.h"
#include "store/postgresql/schema.h"
#include "store/postgresql/server_name.h"

namespace aliprotect::store {

std::unique_ptr<ServerDatabase> open_on_server_to_read(const std::string& store,
                                                       std::chrono::milliseconds lock_wait) {
  constexpr auto access = Database::Access::read;
  const std::string name = displayed_name(store);
  Connection connection(store, lock_wait);
  try {
    const std::int64_t version = version_of(connection, name);
    if (version == 0) return nullptr;
    migrate(connection, name, version);
  } catch (const DbError& error) {
    throw server_error(name, error, access);
  }
  return std::make_unique<ServerDatabase>(std::move(connection), name, access);
}

std::unique_ptr<ServerDatabase> open_on_server_to_write(const std::string& store,
                                                        std::chrono::milliseconds lock_wait) {
  constexpr auto access = Database::Access::write;
  const std::string name = displayed_name(store);
  Connection connection(store, lock_wait);
  try {
    migrate(connection, name, version_of(connection, name));
  } catch (const DbError& error) {
    throw server_error(name, error, access);
  }
  return std::make_unique<ServerDatabase>(std::move(connection), name, access);
}

}  // namespace aliprotect::store
