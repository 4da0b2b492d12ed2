#pragma once

#include <vector>

#include "store/postgresql/migrations.h"
#include "store/sqlite/migrations.h"

namespace aliprotect::testing {

/// While it exists, the program has one more migration, as in a later version. It adds the column
/// `orders.colour` with the titles, and the table `colours`.
class LaterVersion {
 public:
  LaterVersion() { store::migrations() = files_; }
  LaterVersion(const LaterVersion&) = delete;
  LaterVersion& operator=(const LaterVersion&) = delete;
  ~LaterVersion() { store::migrations() = migration_files(); }

 private:
  std::vector<EmbeddedFile> files_ = [] {
    std::vector<EmbeddedFile> files(migration_files().begin(), migration_files().end());
    files.push_back({"later.sql",
                     "ALTER TABLE orders ADD COLUMN colour TEXT; UPDATE orders SET colour = title;"
                     "CREATE TABLE colours (name TEXT NOT NULL PRIMARY KEY) STRICT;"});
    return files;
  }();
};

/// The same for stores on servers.
class LaterServerVersion {
 public:
  LaterServerVersion() { store::server_migrations() = files_; }
  LaterServerVersion(const LaterServerVersion&) = delete;
  LaterServerVersion& operator=(const LaterServerVersion&) = delete;
  ~LaterServerVersion() { store::server_migrations() = postgresql_migration_files(); }

 private:
  std::vector<EmbeddedFile> files_ = [] {
    const std::span<const EmbeddedFile> shipped = postgresql_migration_files();
    std::vector<EmbeddedFile> files(shipped.begin(), shipped.end());
    files.push_back({"later.sql",
                     "ALTER TABLE orders ADD COLUMN colour TEXT; UPDATE orders SET colour = title;"
                     "CREATE TABLE colours (name TEXT NOT NULL PRIMARY KEY)"});
    return files;
  }();
};

}  // namespace aliprotect::testing
