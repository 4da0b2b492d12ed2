#include "aliprotect/error.h"
#include "support/catch.h"
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
  std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());
};

}  // namespace

TEST_CASE("what is replaced is written, and nothing else", "[store]") {
  OneStore one;
  const std::vector<OrderId> ids = add(one.store, {full_order(a), full_order(b)});
  Order order = one.store.find(ids[0]).value();
  const Order other = one.store.find(ids[1]).value();

  SECTION("a fact") { order.title = "another"; }
  SECTION("a fact cleared") { order.client.reset(); }
  SECTION("the number") { order.number = OrderNumber::read(c); }
  SECTION("the rule set") { order.rules = "aliexpress-2016"; }
  SECTION("a parcel more") { order.parcels.emplace_back(); }
  SECTION("a parcel less") { order.parcels.erase(order.parcels.begin()); }
  SECTION("an extension") { order.extensions[0].status = ExtensionStatus::granted; }
  SECTION("evidence alone") { order.disputes[1].evidence.pop_back(); }
  SECTION("a dispute less") { order.disputes.erase(order.disputes.begin()); }
  SECTION("no lists") {
    order.tags = {}, order.parcels = {}, order.extensions = {}, order.disputes = {},
    order.notes = {};
  }
  one.store.record(label(), [&](Changes& changes) { changes.replace(order); });

  CHECK(one.store.find(ids[0]) == order);
  CHECK(one.store.find(ids[1]) == other);
}

TEST_CASE("steps see what they changed before", "[store]") {
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

TEST_CASE("an order that is not there is neither found nor changed", "[store]") {
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

TEST_CASE("a number that is recorded already is refused, with its id", "[store]") {
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

TEST_CASE("a refused order leaves the other steps of its change alone", "[store]") {
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

TEST_CASE("an id is never used again", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a), bare_order(b)});

  SECTION("of the last order, removed") {
    remove(one.store, OrderId{2});
    CHECK(add(one.store, {bare_order(c)}) == std::vector{OrderId{3}});
  }
  SECTION("of a removed order, asked for by another") {
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {asking_for(1, c)}) == std::vector{OrderId{3}});
  }
  SECTION("of an order that was removed in the change that added it") {
    one.store.record(label(), [](Changes& changes) { changes.remove(changes.add(bare_order(c))); });
    CHECK(add(one.store, {asking_for(3, c)}) == std::vector{OrderId{4}});
  }
  SECTION("but by the same order, which comes back") {
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {asking_for(1, a)}) == std::vector{OrderId{1}});
  }
}

TEST_CASE("an id that is asked for is kept where it is free", "[store]") {
  OneStore one;
  CHECK(add(one.store, {asking_for(7, a)}) == std::vector{OrderId{7}});

  SECTION("below the highest") {
    CHECK(add(one.store, {asking_for(3, b)}) == std::vector{OrderId{3}});
  }
  SECTION("taken") { CHECK(add(one.store, {asking_for(7, b)}) == std::vector{OrderId{8}}); }
  SECTION("none") { CHECK(add(one.store, {bare_order(b)}) == std::vector{OrderId{8}}); }
  SECTION("no id at all") {
    CHECK(add(one.store, {asking_for(-5, b)}) == std::vector{OrderId{8}});
    CHECK(add(one.store, {asking_for(1'000'000'000, c)}) == std::vector{OrderId{9}});
  }
  SECTION("the last there is: then the gaps below it") {
    CHECK(add(one.store, {asking_for(999'999'999, b)}) == std::vector{OrderId{999'999'999}});
    CHECK(add(one.store, {bare_order(c)}) == std::vector{OrderId{1}});
    remove(one.store, OrderId{1});
    CHECK(add(one.store, {bare_order("3051000000441234")}) == std::vector{OrderId{2}});
  }
}

TEST_CASE("a change that fails leaves the store as it was", "[store]") {
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

TEST_CASE("a change that changes nothing is no entry of the journal", "[store]") {
  OneStore one;
  add(one.store, {full_order(a)});
  const std::string before = dump(one.path, Journal::with);
  one.store.record(label(), [](Changes&) {});
  one.store.record(label(),
                   [](Changes& changes) { changes.replace(changes.find(OrderId{1}).value()); });
  CHECK(dump(one.path, Journal::with) == before);
}

}  // namespace aliprotect::testing
