#include "store/sqlite/migrations.h"

#include "support/catch.h"
#include "support/older_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";

/// Returns the full order without what version 1 cannot store.
Order order_of_version_1(const std::string& number, std::int64_t id = 0) {
  Order order = without_later_facts(full_order(number), 1);
  order.id = OrderId{id};
  for (Dispute& dispute : order.disputes) {
    dispute.answered_at.reset();
    dispute.offer.reset();
  }
  return order;
}

/// 1 adds a, 2 changes its title, 3 undoes that, 4 adds b.
std::string store_of_version_1(const TempDir& folder) {
  const std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());
  add(store, {order_of_version_1(a)});
  store.record(label("edit"), [](Changes& changes) {
    Order order = changes.find(OrderId{1}).value();
    order.title = "another";
    changes.replace(order);
  });
  store.undo(label("undo"));
  add(store, {order_of_version_1(b)});
  make_version(path, 1);
  return path;
}

std::string version_of(const std::string& path) { return value_of(path, "PRAGMA user_version"); }

}  // namespace

TEST_CASE("a store of version 1 is migrated without loss", "[store]") {
  const TempDir folder;
  const std::string path = store_of_version_1(folder);
  const Order first = order_of_version_1(a, 1);
  const Order other = order_of_version_1(b, 2);

  SECTION("by a command that reads") {
    Store store = Store::open_to_read(path, shipped_policies()).value();
    CHECK(all_orders(store) == std::vector{first, other});
  }
  SECTION("by a command that writes") {
    Store store = Store::open_to_write(path, shipped_policies());
    CHECK(all_orders(store) == std::vector{first, other});
  }
  CHECK(version_of(path) == std::to_string(store::newest_version()));
}

TEST_CASE("the changes of version 1 can be listed and undone", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_of_version_1(folder), shipped_policies());
  const Order first = order_of_version_1(a, 1);

  std::vector<Difference<Order>> read;
  store.read_journal({}, [&](const Entry&, Differences& differences) {
    differences.read_orders([&](const Difference<Order>& difference) {
      read.push_back(difference);
      return true;
    });
    return true;
  });
  REQUIRE(read.size() == 4);
  CHECK_FALSE(read[3].before);
  CHECK(read[3].after == first);
  for (const std::size_t lost : {1, 2}) {  // the result of entry 2 was not saved
    CHECK(read[lost].before == first);
    CHECK(read[lost].after == first);
  }
  CHECK(store.undo(label("undo"), 2) == std::vector<std::int64_t>{4, 1});
  CHECK(all_orders(store).empty());
}

TEST_CASE("an empty store of version 1 is migrated", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store::open_to_write(path, shipped_policies());
  make_version(path, 1);
  Store store = Store::open_to_write(path, shipped_policies());
  CHECK(add(store, {full_order(a)}) == std::vector{OrderId{1}});
  CHECK(version_of(path) == std::to_string(store::newest_version()));
}

}  // namespace aliprotect::testing
