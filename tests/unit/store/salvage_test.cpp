#include "aliprotect/store_file.h"

#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

/// Returns the store that `backup --salvage` writes.
Store salvaged(const TempDir& folder, const std::string& path) {
  const std::string into = folder / "saved.db";
  write_bytes(into, "");
  salvage_store(path, into);
  return Store::open_to_write(into, shipped_policies());
}

}  // namespace

TEST_CASE("undoing a change whose former row is lost deletes no order", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  {
    Store store = Store::open_to_write(path, shipped_policies());
    store.record(label("edit"), [](Changes& changes) {
      Order order = changes.find(OrderId{1}).value();
      order.title = "new";
      changes.replace(order);
    });
  }
  run_sql(path, "DELETE FROM former_orders");
  Store store = salvaged(folder, path);
  store.undo(label("undo"));
  REQUIRE(all_orders(store).size() == 30);
  CHECK(store.find(OrderId{1})->title == "new");
}

TEST_CASE("a salvaged store can be searched by tag", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "DELETE FROM tags; UPDATE orders SET tags = '[' WHERE id = 7");
  const std::string into = folder / "saved.db";
  write_bytes(into, "");
  salvage_store(path, into);
  CHECK(value_of(into, "SELECT count(DISTINCT order_id) FROM tags") == "29");
}

TEST_CASE("ids of lost orders are not assigned again", "[store]") {
  const TempDir folder;
  const std::string path = made_store(folder);
  run_sql(path, "DELETE FROM orders WHERE id > 20; DELETE FROM counters");
  Store store = salvaged(folder, path);
  CHECK(add(store, {bare_order("3051000000411234")}) == std::vector{OrderId{31}});
}

}  // namespace aliprotect::testing
