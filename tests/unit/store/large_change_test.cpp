#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

constexpr int large = 5'200;

void add_many(Changes& changes, int count) {
  for (int i = 0; i < count; ++i) {
    Order order = bare_order(std::to_string(3051000000001234 + 10000LL * i));
    order.seller = "Example Store " + std::to_string(i % 100);
    order.tags = {"tag " + std::to_string(i % 10)};
    changes.add(order);
  }
}

std::string schema_of(const std::string& path) {
  return value_of(path,
                  "SELECT group_concat(name || coalesce(sql, ''), x'0a') "
                  "FROM (SELECT name, sql FROM sqlite_schema ORDER BY name)");
}

std::string entries_of_index(const std::string& path) {
  return value_of(path,
                  "SELECT count(*) FROM orders INDEXED BY orders_by_seller WHERE seller IS NOT "
                  "NULL AND lower(seller) = 'example store 7'");
}

struct Fresh {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());
  std::string schema = schema_of(path);
};

}  // namespace

TEST_CASE("a change that adds many orders keeps all indexes complete", "[file][store]") {
  Fresh fresh;
  fresh.store.record(label(), [](Changes& changes) { add_many(changes, large); });
  CHECK(schema_of(fresh.path) == fresh.schema);
  CHECK(entries_of_index(fresh.path) == "52");
  CHECK(value_of(fresh.path, "PRAGMA integrity_check") == "ok");
  CHECK(value_of(fresh.path, "SELECT count(*) FROM changes") == std::to_string(large));

  fresh.store.undo(label("undo"));
  CHECK(all_orders(fresh.store).empty());
  CHECK(schema_of(fresh.path) == fresh.schema);
}

TEST_CASE("a failed change that adds many orders keeps the indexes", "[file][store]") {
  Fresh fresh;
  fresh.store.record(label(),
                     [](Changes& changes) { changes.add(bare_order("3059000000001234")); });
  CHECK_THROWS_AS(fresh.store.record(label(),
                                     [](Changes& changes) {
                                       add_many(changes, large);
                                       throw UserError("no");
                                     }),
                  UserError);
  CHECK(schema_of(fresh.path) == fresh.schema);
  CHECK(all_orders(fresh.store).size() == 1);

  fresh.store.record(label(), [](Changes& changes) { add_many(changes, 100); });
  CHECK(entries_of_index(fresh.path) == "1");
}

TEST_CASE("orders can be found, replaced and removed within a change that adds many",
          "[file][store]") {
  Fresh fresh;
  fresh.store.record(label(), [](Changes& changes) {
    add_many(changes, large);
    Order order = changes.find(OrderId{large}).value();
    order.seller = "Example Store 7";
    changes.replace(order);
    changes.remove(OrderId{1});
    CHECK(changes.add(bare_order("3059000000001234")) == OrderId{large + 1});
  });
  CHECK(entries_of_index(fresh.path) == "53");
  CHECK(schema_of(fresh.path) == fresh.schema);
  CHECK(value_of(fresh.path, "SELECT count(*) FROM changes WHERE existed") == "0");
}

TEST_CASE("a number is recorded once within a change that adds many", "[file][store]") {
  Fresh fresh;
  fresh.store.record(label(), [](Changes& changes) {
    add_many(changes, large);
    const Order known = changes.find(bare_order("3051000000001234").number).value();
    CHECK(known.id == OrderId{1});
    CHECK_THROWS_AS(changes.add(bare_order("3051000000011234")), UserError);
    Order other = changes.find(OrderId{3}).value();
    other.number = known.number;
    CHECK_THROWS_AS(changes.replace(other), UserError);
    changes.add(bare_order("3059000000001234"));
    CHECK_THROWS_AS(changes.add(bare_order("3059000000001234")), UserError);
  });
  CHECK(schema_of(fresh.path) == fresh.schema);
  CHECK(value_of(fresh.path, "SELECT count(*) FROM orders") == std::to_string(large + 1));
}

TEST_CASE("an order that is removed and added again within a change has existed", "[file][store]") {
  Fresh fresh;
  fresh.store.record(label(), [](Changes& changes) { add_many(changes, 2); });
  fresh.store.record(label(), [](Changes& changes) {
    const Order order = changes.find(OrderId{1}).value();
    changes.remove(order.id);
    CHECK(changes.add(order) == order.id);
    changes.add(bare_order("3059000000001234"));
  });
  CHECK(value_of(fresh.path,
                 "SELECT group_concat(order_id || ' ' || existed) FROM changes WHERE entry_id = 2") ==
        "1 1,3 0");
}

}  // namespace aliprotect::testing
