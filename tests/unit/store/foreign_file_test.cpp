#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <filesystem>

#include "aliprotect/store_file.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

namespace fs = std::filesystem;

/// Checks that reading and writing fail with `words` and do not change the file or its folder.
void check_untouched(const TempDir& folder, const std::string& name, const std::string& words) {
  const std::string path = folder / name;
  const std::string bytes = bytes_of(path);
  const std::vector<std::string> names = listing(folder.path());
  for (const std::string& error : {error_of_writing(path), error_of_reading(path)}) {
    CHECK(says(error, path));
    CHECK(says(error, words));
    CHECK_FALSE(says(error, "\n"));
  }
  CHECK(bytes_of(path) == bytes);
  CHECK(listing(folder.path()) == names);
}

}  // namespace

TEST_CASE("other files are not modified", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  SECTION("text") { write_bytes(path, "to do: buy milk\n"); }
  SECTION("text next to a journal of another program") {
    write_bytes(path, "to do: buy milk\n");
    write_bytes(path + "-journal", std::string(512, 'j'));
  }
  SECTION("one byte") { write_bytes(path, "S"); }
  SECTION("zeros") { write_bytes(path, std::string(8192, '\0')); }
  SECTION("another program's SQLite file") { run_sql(path, "CREATE TABLE history (url TEXT)"); }
  SECTION("in WAL mode") {
    run_sql(path, "PRAGMA journal_mode = WAL; CREATE TABLE history (url TEXT)");
  }
  SECTION("with its own application id") {
    run_sql(path, "PRAGMA application_id = 252006674; CREATE TABLE fossil (a)");
  }
  SECTION("without tables") { run_sql(path, "PRAGMA user_version = 1"); }
  SECTION("a store whose first page is damaged") {
    std::string bytes = bytes_of(made_store(folder));
    bytes.replace(0, 40, 40, 'x');
    write_bytes(path, bytes);
  }
  SECTION("a store truncated within its header") {
    write_bytes(path, bytes_of(made_store(folder)).substr(0, 70));
  }
  check_untouched(folder, "orders.db", "is not an aliprotect store");
}

TEST_CASE("a store of a newer version is not modified", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "PRAGMA user_version = 1000");
  check_untouched(folder, "orders.db", "created by a newer version");
}

TEST_CASE("a store from before the first release is not modified", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "PRAGMA application_id = 1095520338; PRAGMA user_version = 8");
  check_untouched(folder, "orders.db",
                  "was created by an unreleased version of aliprotect: export its orders with that "
                  "version");
  CHECK(has_store_header(path));
}

TEST_CASE("a newer version in the -wal is detected", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  SQLite::Database newer(path, SQLite::OPEN_READWRITE);
  newer.exec("PRAGMA wal_autocheckpoint = 0; PRAGMA user_version = 1000");
  CHECK(says(error_of_writing(path), "created by a newer version"));
  CHECK(says(error_of_reading(path), "created by a newer version"));
}

TEST_CASE("anything but a regular file is refused at once", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  std::string kind;
  SECTION("a folder") {
    fs::create_directory(path);
    kind = "a folder";
  }
  SECTION("a pipe") {
    REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
    kind = "a pipe";
  }
  SECTION("a socket") {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const int handle = ::socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(::bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::close(handle);
    kind = "a socket";
  }
  for (const std::string& error : {error_of_writing(path), error_of_reading(path)}) {
    CHECK(error == path + " is " + kind + ", not a store: use another file with --db");
  }
}

TEST_CASE("a device is refused", "[store]") {
  CHECK(error_of_writing("/dev/null") ==
        "/dev/null is a device, not a store: use another file with --db");
}

TEST_CASE("the error for a damaged or truncated store says so", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  std::string bytes = bytes_of(path);
  SECTION("damaged pages") {
    bytes.replace(4096, bytes.size() - 4096, bytes.size() - 4096, '\x5a');
  }
  SECTION("zeroed pages") { bytes.replace(4096, bytes.size() - 4096, bytes.size() - 4096, '\0'); }
  SECTION("truncated") { bytes.resize(4096 * 2); }
  SECTION("truncated within a page") { bytes.resize(4096 + 1000); }
  write_bytes(path, bytes);
  for (const std::string& error : {error_of_writing(path), error_of_reading(path)}) {
    CHECK(says(error, path + " is damaged"));
    CHECK(says(error, "restore a backup"));
  }
  CHECK(bytes_of(path) == bytes);
}

TEST_CASE("an invalid value counts as damage", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  SECTION("a word") {
    run_sql(path, "UPDATE orders SET disputes = replace(disputes, '\"not_', '\"no_') WHERE id = 7");
  }
  SECTION("a currency") { run_sql(path, "UPDATE orders SET price_currency = 'XQX' WHERE id = 7"); }
  SECTION("a number") {
    run_sql(path,
            "PRAGMA ignore_check_constraints = ON; UPDATE orders SET number = 'x' WHERE id = 7");
  }
  SECTION("a list that is not JSON") {
    run_sql(path, "UPDATE orders SET parcels = '[[' WHERE id = 7");
  }
  SECTION("an element that lacks a value") {
    run_sql(path, "UPDATE orders SET notes = '[[1]]' WHERE id = 7");
  }
  SECTION("an element with too many values") {
    run_sql(path, "UPDATE orders SET notes = '[[1,\"x\",2]]' WHERE id = 7");
  }
  CHECK(says(error_of_reading(path), "is damaged"));
}

TEST_CASE("an emptied store with changes in -wal is not overwritten", "[store]") {
  const TempDir folder;
  write_bytes(folder / "orders.db", "");
  write_bytes(folder / "orders.db-wal", "something");
  check_untouched(folder, "orders.db", "-wal contains changes: move both files away");
}

}  // namespace aliprotect::testing
