#include "aliprotect/store_file.h"
#include "support/catch.h"
#include "support/later_version.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string number = "3051000000411234";

std::string version_of(const std::string& path) { return value_of(path, "PRAGMA user_version"); }

const std::string newest = std::to_string(migration_files().size());
const std::string later = std::to_string(migration_files().size() + 1);

}  // namespace

TEST_CASE("a store of an older version is migrated without loss", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  std::vector<Order> before;
  {
    Store store = Store::open_to_read(path, shipped_policies()).value();
    before = all_orders(store);
  }
  CHECK(version_of(path) == newest);
  const LaterVersion version;

  SECTION("by a command that reads") {
    Store store = Store::open_to_read(path, shipped_policies()).value();
    CHECK(all_orders(store) == before);
  }
  SECTION("by a command that writes") {
    Store store = Store::open_to_write(path, shipped_policies());
    CHECK(all_orders(store) == before);
    store.undo(label("undo"), 2);
    CHECK(all_orders(store).size() == before.size() - 2);
  }
  CHECK(version_of(path) == later);
  CHECK(value_of(path, "SELECT count(*) FROM orders WHERE colour = title") != "0");
  CHECK(value_of(path, "SELECT count(*) FROM colours") == "0");
}

TEST_CASE("an empty store of an older version is migrated", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store::open_to_write(path, shipped_policies());
  const LaterVersion version;
  Store store = Store::open_to_write(path, shipped_policies());
  CHECK(add(store, {full_order(number)}) == std::vector{OrderId{1}});
  CHECK(version_of(path) == later);
}

TEST_CASE("a failed migration changes nothing", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "CREATE TABLE colours (a)");
  const std::string before = dump(path, Journal::with);
  const LaterVersion version;
  CHECK_FALSE(error_of_writing(path).empty());
  CHECK_FALSE(error_of_reading(path).empty());
  CHECK(version_of(path) == newest);
  CHECK(dump(path, Journal::with) == before);
}

TEST_CASE("check examines a migrated copy of an older store", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  const std::string before = bytes_of(path);
  const LaterVersion version;
  const CheckReport report = Store::check(path, shipped_policies());
  CHECK(report.schema == std::stoi(newest));
  bool has_migrated = false;
  for (const Finding& finding : report.findings) {
    INFO(finding.about << ": " << finding.text);
    CHECK(finding.state == Finding::State::ok);
    has_migrated = has_migrated || finding.about == "migration";
  }
  CHECK(has_migrated);
  CHECK(bytes_of(path) == before);
}

TEST_CASE("copies of an older store keep its version", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  const LaterVersion version;
  const std::string copy = folder / "copy.db";
  write_bytes(copy, "");
  SECTION("of a sound one") { CHECK(copy_store(path, copy)->orders == 30); }
  SECTION("of a damaged one") { CHECK(salvage_store(path, copy)->orders == 30); }
  CHECK(version_of(copy) == newest);
  Store store = Store::open_to_write(copy, shipped_policies());
  CHECK(all_orders(store).size() == 30);
  CHECK(version_of(copy) == later);
}

}  // namespace aliprotect::testing
