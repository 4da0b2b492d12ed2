#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <filesystem>

#include "store/sqlite/migrations.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

namespace fs = std::filesystem;
const std::string number = "3051000000411234";

mode_t mode_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

}  // namespace

TEST_CASE("only the owner can read a new store", "[store]") {
  const TempDir folder;
  const mode_t mask = ::umask(0);
  Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
  add(store, {bare_order(number)});
  ::umask(mask);
  for (const std::string& name : listing(folder.path())) {
    INFO(name);
    CHECK(mode_of(folder / name) == 0600);
  }
}

TEST_CASE("a closed store is one file in WAL mode with the application id", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  CHECK(listing(folder.path()) == std::vector<std::string>{"orders.db"});
  const std::string header = bytes_of(path).substr(0, 100);
  CHECK(header.substr(0, 16) == std::string("SQLite format 3\0", 16));
  CHECK(header.substr(68, 4) == "ALPO");
  CHECK(header[18] == 2);
  CHECK(value_of(path, "PRAGMA user_version") == std::to_string(store::newest_version()));
  CHECK(value_of(path, "PRAGMA integrity_check") == "ok");
  CHECK(value_of(path, "SELECT count(*) FROM pragma_foreign_key_check") == "0");
}

TEST_CASE("reading a missing store returns nothing and creates no file", "[store]") {
  const TempDir folder;
  CHECK_FALSE(Store::open_to_read(folder / "orders.db", shipped_policies()));
  CHECK(listing(folder.path()).empty());
  CHECK_FALSE(Store::open_to_read(folder / "no/such/folder.db", shipped_policies()));
}

TEST_CASE("an empty file counts as a missing store", "[store]") {
  const TempDir folder;
  write_bytes(folder / "orders.db", "");
  CHECK_FALSE(Store::open_to_read(folder / "orders.db", shipped_policies()));
  CHECK(bytes_of(folder / "orders.db").empty());

  Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
  CHECK(add(store, {bare_order(number)}).size() == 1);
}

TEST_CASE("reading does not modify the store", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  const std::string before = bytes_of(path);
  {
    Store store = Store::open_to_read(path, shipped_policies()).value();
    Selection open;
    open.open_at = day(1);
    CHECK(all_orders(store).size() == 30);
    ids_of(store, open);
    store.find(OrderId{3});
  }
  CHECK(bytes_of(path) == before);
  CHECK(listing(folder.path()) == std::vector<std::string>{"orders.db"});
}

TEST_CASE("the error for a missing folder contains its path", "[store]") {
  const TempDir folder;
  CHECK(error_of_writing(folder / "no/orders.db") ==
        (folder / "no/orders.db") +
            " cannot be opened (No such file or directory): create its folder " + (folder / "no") +
            ", or use another file with --db");
  write_bytes(folder / "file", "x");
  CHECK(says(error_of_writing(folder / "file/orders.db"), "Not a directory"));
}

TEST_CASE("unusual file names work", "[store]") {
  const TempDir folder;
  for (const std::string name :
       {"a b?mode=ro#c%41.db", "naïve 'quotes\".db", ":memory:", "file:x.db", "new\nline"}) {
    const std::string path = folder / name;
    CHECK(error_of_writing(path).empty());
    CHECK(fs::exists(path));
    Store store = Store::open_to_read(path, shipped_policies()).value();
    CHECK(all_orders(store).size() == 1);
  }
}

TEST_CASE("unusual relative file names work", "[store]") {
  const TempDir folder;
  const fs::path here = fs::current_path();
  fs::current_path(folder.path());
  for (const std::string name : {":memory:", "file:x.db?mode=memory", "-x.db"}) {
    CHECK(error_of_writing(name).empty());
    CHECK(fs::exists(folder / name));
  }
  fs::current_path(here);
}

TEST_CASE("a symbolic link is followed; a broken one is an error", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  fs::create_symlink(path, folder / "link");
  fs::create_symlink(folder / "nothing", folder / "dangling");
  CHECK(error_of_writing(folder / "link").empty());
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(says(error_of_writing(folder / "dangling"), "symbolic link to a missing file"));
  CHECK_FALSE(fs::exists(folder / "nothing"));
}

TEST_CASE("changes in the -wal after a crash are read", "[store]") {
  const TempDir folder;
  const TempDir copy;
  Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
  add(store, {bare_order(number)});
  for (const char* name : {"orders.db", "orders.db-wal"}) fs::copy_file(folder / name, copy / name);

  Store recovered = Store::open_to_read(copy / "orders.db", shipped_policies()).value();
  CHECK(all_orders(recovered).size() == 1);
}

TEST_CASE("a creation that a crash interrupted is repeated", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  {
    SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    db.exec(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN EXCLUSIVE; PRAGMA application_id = "
        "1095520335");
    db.exec(std::string(migration_files()[0].text));
    db.exec(
        "WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) INSERT INTO entries "
        "SELECT i, i, i, i, i, i, NULL FROM n");
    fs::copy_file(path, folder / "cut.db");
    fs::copy_file(path + "-journal", folder / "cut.db-journal");
  }
  REQUIRE(fs::file_size(folder / "cut.db") > 0);
  SECTION("after its first page was written") {}
  SECTION("before its first page was written") {
    std::string bytes = bytes_of(folder / "cut.db");
    bytes.replace(0, 4096, 4096, '\0');
    write_bytes(folder / "cut.db", bytes);
  }
  SECTION("with garbage in its first page") {
    std::string bytes = bytes_of(folder / "cut.db");
    bytes.replace(0, 4096, 4096, '\x7f');
    write_bytes(folder / "cut.db", bytes);
  }
  SECTION("and it is read first") {
    CHECK_FALSE(Store::open_to_read(folder / "cut.db", shipped_policies()));
  }
  CHECK(error_of_writing(folder / "cut.db").empty());
  Store store = Store::open_to_read(folder / "cut.db", shipped_policies()).value();
  CHECK(all_orders(store).size() == 1);
}

}  // namespace aliprotect::testing
