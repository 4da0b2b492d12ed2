#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";
const std::string c = "3051000000431234";

Order asking_for(std::int64_t id, const std::string& number) {
  Order order = bare_order(number);
  order.id = OrderId{id};
  return order;
}

void remove(Store& store, OrderId id) {
  store.record(label("remove"), [&](Changes& changes) { changes.remove(id); });
}

struct OneStore {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());
};

}  // namespace

TEST_CASE("replacing an order writes exactly the changes", "[store]") {
  OneStore one;
  const std::vector<OrderId> ids = add(one.store, {full_order(a), full_order(b)});
  Order order = one.store.find(ids[0]).value();
  const Order other = one.store.find(ids[1]).value();

  SECTION("a fact") { order.title = "another"; }
  SECTION("a cleared fact") { order.client.reset(); }
  SECTION("the number") { order.number = OrderNumber::read(c); }
  SECTION("the rule set") { order.rules = "aliexpress-2016"; }
  SECTION("an additional parcel") { order.parcels.emplace_back(); }
  SECTION("a removed parcel") { order.parcels.erase(order.parcels.begin()); }
  SECTION("an extension") { order.extensions[0].status = ExtensionStatus::granted; }
  SECTION("only evidence") { order.disputes[1].evidence.pop_back(); }
  SECTION("a removed dispute") { order.disputes.erase(order.disputes.begin()); }
  SECTION("no lists") {
    order.tags = {}, order.parcels = {}, order.extensions = {}, order.disputes = {},
    order.notes = {};
  }
  one.store.record(label(), [&](Changes& changes) { changes.replace(order); });

  CHECK(one.store.find(ids[0]) == order);
  CHECK(one.store.find(ids[1]) == other);
}

TEST_CASE("a change sees its own earlier steps", "[store]") {
  OneStore one;
  one.store.record(label(), [&](Changes& changes) {
    Order order = bare_order(a);
    order.id = changes.add(order);
    CHECK(changes.find(order.number) == order);
    order.title = "later";
    changes.replace(order);
    CHECK(changes.find(order.id) == order);
    changes.remove(order.id);
    CHECK_FALSE(changes.find(order.id));
    CHECK_FALSE(changes.find(order.number));
  });
  CHECK(all_orders(one.store).empty());
}

TEST_CASE("a missing order is neither found nor changed", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a)});
  CHECK_FALSE(one.store.find(OrderId{2}));
  CHECK_FALSE(one.store.find(OrderId{0}));
  CHECK_FALSE(one.store.find(OrderNumber::read(b)));
  CHECK_THROWS_AS(remove(one.store, OrderId{2}), UserError);
  CHECK_THROWS_AS(
      one.store.record(label(), [](Changes& changes) { changes.replace(asking_for(2, b)); }),
      UserError);
}

TEST_CASE("an existing number is refused, with its id", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a), bare_order(b)});
  try {
    add(one.store, {bare_order(b)});
    FAIL("not refused");
  } catch (const UserError& error) {
    CHECK(error.what() ==
          "order " + b + " already exists with id 2; change it with `aliprotect edit 2`");
    CHECK(error.code() == ExitCode::not_done);
  }
  Order taken = asking_for(1, b);
  CHECK_THROWS_AS(one.store.record(label(), [&](Changes& changes) { changes.replace(taken); }),
                  UserError);
  CHECK(all_orders(one.store).size() == 2);
}

TEST_CASE("a refused order does not affect the other steps of its change", "[store]") {
  OneStore one;
  one.store.record(label("import"), [&](Changes& changes) {
    changes.add(bare_order(a));
    CHECK_THROWS_AS(changes.add(bare_order(a)), UserError);
    Order unknown_rules = bare_order(b);
    unknown_rules.rules = "nobody-1999";
    CHECK_THROWS_AS(changes.add(unknown_rules), UserError);
    Order nul = bare_order(b);
    nul.notes = {{day(1), std::string(1, '\0')}};
    CHECK_THROWS_AS(changes.add(nul), UserError);
    changes.add(bare_order(c));
  });
  CHECK(all_orders(one.store).size() == 2);
}

TEST_CASE("an id is never reused", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a), bare_order(b)});

  SECTION("after the last order was removed") {
    remove(one.store, OrderId{2});
    CHECK(add(one.store, {bare_order(c)}) == std::vector{OrderId{3}});
  }
  SECTION("if another order requests the id of a removed one") {
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {asking_for(1, c)}) == std::vector{OrderId{3}});
  }
  SECTION("if the order was added and removed in the same change") {
    one.store.record(label(), [](Changes& changes) { changes.remove(changes.add(bare_order(c))); });
    CHECK(add(one.store, {asking_for(3, c)}) == std::vector{OrderId{4}});
  }
  SECTION("except if the same order is added again") {
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {asking_for(1, a)}) == std::vector{OrderId{1}});
  }
}

TEST_CASE("a requested id is used if it is free", "[store]") {
  OneStore one;
  CHECK(add(one.store, {asking_for(7, a)}) == std::vector{OrderId{7}});

  SECTION("below the highest id") {
    CHECK(add(one.store, {asking_for(3, b)}) == std::vector{OrderId{3}});
  }
  SECTION("used") { CHECK(add(one.store, {asking_for(7, b)}) == std::vector{OrderId{8}}); }
  SECTION("none") { CHECK(add(one.store, {bare_order(b)}) == std::vector{OrderId{8}}); }
  SECTION("an id out of range") {
    CHECK(add(one.store, {asking_for(-5, b)}) == std::vector{OrderId{8}});
    CHECK(add(one.store, {asking_for(1'000'000'000, c)}) == std::vector{OrderId{9}});
  }
  SECTION("the last id: then the lowest free ids are used") {
    CHECK(add(one.store, {asking_for(999'999'999, b)}) == std::vector{OrderId{999'999'999}});
    CHECK(add(one.store, {bare_order(c)}) == std::vector{OrderId{1}});
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {bare_order("3051000000441234")}) == std::vector{OrderId{2}});
  }
}

TEST_CASE("a failed change does not modify the store", "[store]") {
  OneStore one;
  add(one.store, {full_order(a), full_order(b)});
  const std::string before = dump(one.path, Journal::with);

  const auto fail_after = [&](const std::function<void(Changes&)>& steps) {
    one.store.record(label("failing"), [&](Changes& changes) {
      changes.add(full_order(c));
      Order order = changes.find(OrderId{1}).value();
      order.parcels.clear();
      changes.replace(order);
      changes.remove(OrderId{2});
      steps(changes);
    });
  };
  SECTION("refused by a rule") {
    CHECK_THROWS_AS(fail_after([](Changes&) { throw UserError("no"); }), UserError);
  }
  SECTION("a bug") {
    CHECK_THROWS_AS(fail_after([](Changes&) { throw 42; }), int);
  }
  SECTION("refused by the schema") {
    CHECK_THROWS_AS(fail_after([](Changes& changes) {
                      Order order = bare_order("3051000000451234");
                      order.number = OrderNumber();
                      changes.add(order);
                    }),
                    StoreError);
  }
  CHECK(dump(one.path, Journal::with) == before);
  CHECK(add(one.store, {bare_order(c)}) == std::vector{OrderId{3}});
}

TEST_CASE("a change without effect has no journal entry", "[store]") {
  OneStore one;
  add(one.store, {full_order(a)});
  const std::string before = dump(one.path, Journal::with);
  one.store.record(label(), [](Changes&) {});
  one.store.record(label(),
                   [](Changes& changes) { changes.replace(changes.find(OrderId{1}).value()); });
  CHECK(dump(one.path, Journal::with) == before);
}

}  // namespace aliprotect::testing
