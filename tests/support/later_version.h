#pragma once

#include <vector>

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

}  // namespace aliprotect::testing
