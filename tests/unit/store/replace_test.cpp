#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include "aliprotect/error.h"
#include "aliprotect/store_file.h"
#include "store/sqlite/migrations.h"
#include "support/catch.h"
#include "support/later_version.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

constexpr std::size_t page_size = 4096;
const std::string old_number = "3051000000411234";
const std::string new_number = "3051000000421234";

/// Creates a closed store with one order.
std::string target_in(const TempDir& folder) {
  const std::string path = folder / "target.db";
  Store store = Store::open_to_write(path, shipped_policies());
  add(store, {bare_order(old_number)});
  return path;
}

/// Copies the store at `path` to a file next to it.
std::string copy_of(const std::string& path) {
  std::string copy = path + ".copy";
  copy_store(path, copy);
  return copy;
}

std::vector<std::string> numbers(Store& store) {
  std::vector<std::string> list;
  for (const Order& order : all_orders(store)) list.push_back(order.number.text());
  return list;
}

std::string with_bytes(std::string bytes, std::size_t at, const std::string& other) {
  return bytes.replace(at, other.size(), other);
}

/// Returns the message of the StoreError that `step` throws; empty if it succeeds.
template <typename Step>
std::string error_of(const Step& step) {
  try {
    step();
    return "";
  } catch (const StoreError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a process that has the store open continues with the new contents", "[store]") {
  const TempDir folder;
  const std::string path = target_in(folder);
  const std::string copy = copy_of(made_store(folder));
  {
    Store writer = Store::open_to_write(path, shipped_policies());
    Store reader = Store::open_to_read(path, shipped_policies()).value();
    CHECK(numbers(reader).size() == 1);
    replace_store(path, copy);
    CHECK(numbers(reader).size() == 30);
    CHECK(add(writer, {bare_order(new_number)}) == std::vector{OrderId{31}});
    CHECK(numbers(reader).back() == new_number);
  }
  Store store = Store::open_to_read(path, shipped_policies()).value();
  CHECK(numbers(store).size() == 31);
  CHECK(value_of(path, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a store that is being changed is not replaced", "[store]") {
  const TempDir folder;
  const std::string path = target_in(folder);
  const std::string copy = copy_of(made_store(folder));
  Store writer = Store::open_to_write(path, shipped_policies());
  writer.record(label("add"), [&](Changes& changes) {
    changes.add(bare_order(new_number));
    const std::string error =
        error_of([&] { replace_store(path, copy, std::chrono::milliseconds(20)); });
    CHECK(says(error, path + " is still locked by another program"));
  });
  CHECK(numbers(writer) == std::vector{old_number, new_number});
}

TEST_CASE("a damaged store can be replaced", "[store]") {
  const TempDir folder;
  const std::string path = target_in(folder);
  const std::string copy = copy_of(made_store(folder));
  const std::string sound = bytes_of(path);
  std::string bytes;
  SECTION("nothing") { bytes = sound; }
  SECTION("a page") { bytes = with_bytes(sound, 5 * page_size, std::string(page_size, 'z')); }
  SECTION("the schema table") { bytes = with_bytes(sound, 100, std::string(page_size - 100, 'z')); }
  SECTION("an invalid page size") { bytes = with_bytes(sound, 16, "zz"); }
  SECTION("another valid page size") { bytes = with_bytes(sound, 16, std::string("\x20\x00", 2)); }
  SECTION("a missing end") { bytes = sound.substr(0, 7 * page_size + 100); }
  SECTION("everything after the header missing") { bytes = sound.substr(0, 100); }
  write_bytes(path, bytes);
  SECTION("changes in its -wal") {
    write_bytes(path, sound);
    Store writer = Store::open_to_write(path, shipped_policies());
    add(writer, {bare_order(new_number)});
    const std::string waiting = bytes_of(path + "-wal");
    CHECK_FALSE(waiting.empty());
    const TempDir other;
    write_bytes(other / "target.db", with_bytes(sound, 16, "zz"));
    write_bytes(other / "target.db-wal", waiting);
    replace_store(other / "target.db", copy);
    CHECK(dump(other / "target.db", Journal::with) == dump(copy, Journal::with));
  }
  replace_store(path, copy);
  CHECK(dump(path, Journal::with) == dump(copy, Journal::with));
  CHECK(value_of(path, "PRAGMA integrity_check") == "ok");
  CHECK(error_of_writing(path).empty());
}

TEST_CASE("a store and its copy can have different page sizes", "[store]") {
  for (const bool is_target : {true, false}) {
    INFO(is_target);
    const TempDir folder;
    const std::string path = target_in(folder);
    const std::string source = made_store(folder);
    const std::string& other = is_target ? path : source;
    run_sql(other, "PRAGMA journal_mode = DELETE; PRAGMA page_size = 1024; VACUUM");
    run_sql(other, "PRAGMA journal_mode = WAL");
    const std::string copy = copy_of(source);
    replace_store(path, copy);
    CHECK(dump(path, Journal::with) == dump(copy, Journal::with));
    CHECK(value_of(path, "PRAGMA integrity_check") == "ok");
  }
}

TEST_CASE("nothing is recorded if a store of another version has replaced the open one",
          "[store]") {
  const TempDir folder;
  const std::string path = target_in(folder);
  const std::string copy = copy_of(made_store(folder));
  const LaterVersion version;
  Store writer = Store::open_to_write(path, shipped_policies());
  replace_store(path, copy);
  const std::string error = error_of([&] { add(writer, {bare_order(new_number)}); });
  CHECK(says(error, path + " was replaced by a store of another version"));
  CHECK(value_of(path, "SELECT count(*) FROM orders") == "30");
}

TEST_CASE("an empty file becomes a store that only the owner can read", "[store]") {
  const TempDir folder;
  const std::string path = folder / "target.db";
  write_bytes(path, "");
  CHECK(::chmod(path.c_str(), 0644) == 0);
  const std::string copy = copy_of(made_store(folder));
  replace_store(path, copy);
  CHECK(dump(path, Journal::with) == dump(copy, Journal::with));
  struct stat status {};
  CHECK(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("a file that cannot be written is not changed", "[store]") {
  const TempDir folder;
  const std::string path = target_in(folder);
  const std::string copy = copy_of(made_store(folder));
  const std::string directory = path + "-wal";
  CHECK(::mkdir(directory.c_str(), 0700) == 0);
  CHECK_FALSE(error_of([&] { replace_store(path, copy); }).empty());
  CHECK(::rmdir(directory.c_str()) == 0);
  CHECK(value_of(path, "SELECT count(*) FROM orders") == "1");
}

}  // namespace aliprotect::testing
