#include <unistd.h>

#include <filesystem>

#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

namespace fs = std::filesystem;

bool is_root() {
  if (::geteuid() != 0) return false;
  WARN("SKIP: root may read and write everything");
  return true;
}

}  // namespace

TEST_CASE("a read-only file can be read, but not written", "[store]") {
  if (is_root()) return;
  const TempDir folder;
  const std::string path = made_store(folder);
  fs::permissions(path, fs::perms::owner_read);
  Store store = Store::open_to_read(path, shipped_policies()).value();
  CHECK(all_orders(store).size() == 30);
  CHECK(listing(folder.path()) == std::vector<std::string>{"orders.db"});
  CHECK(says(error_of_writing(path), path + " cannot be written"));

  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  CHECK(error_of_writing(path).empty());
}

TEST_CASE("a store in a read-only folder can be read, but not written", "[store]") {
  if (is_root()) return;
  const TempDir folder;
  fs::create_directory(folder / "odd %20?#");
  const std::string path = folder / "odd %20?#/orders.db";
  fs::rename(made_store(folder), path);
  fs::permissions(folder / "odd %20?#", fs::perms::owner_read | fs::perms::owner_exec);
  {
    Store store = Store::open_to_read(path, shipped_policies()).value();
    CHECK(all_orders(store).size() == 30);
  }
  CHECK(says(error_of_writing(path), path + " cannot be written"));
  CHECK(says(error_of_writing(folder / "odd %20?#/new.db"), "Permission denied"));

  fs::permissions(folder / "odd %20?#", fs::perms::owner_all);
  CHECK(listing(folder / "odd %20?#") == std::vector<std::string>{"orders.db"});
}

TEST_CASE("reading a store in a read-only folder does not ignore changes in its -wal", "[store]") {
  if (is_root()) return;
  const TempDir folder;
  const TempDir copy;
  Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
  add(store, {bare_order("3051000000411234")});
  for (const char* name : {"orders.db", "orders.db-wal"}) fs::copy_file(folder / name, copy / name);
  fs::permissions(copy.path(), fs::perms::owner_read | fs::perms::owner_exec);
  CHECK(says(error_of_reading(copy / "orders.db"), "-wal contains changes"));
}

TEST_CASE("the error for an unreadable file says so", "[store]") {
  if (is_root()) return;
  const TempDir folder;
  const std::string path = made_store(folder);
  fs::permissions(path, fs::perms::none);
  for (const std::string& error : {error_of_writing(path), error_of_reading(path)}) {
    CHECK(says(error, path + " cannot be opened (Permission denied)"));
  }
}

}  // namespace aliprotect::testing
