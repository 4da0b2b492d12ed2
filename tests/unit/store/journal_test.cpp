#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";
const std::string c = "3051000000431234";

struct OneStore {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());

  std::string facts() const { return dump(path, Journal::without); }
};

}  // namespace

TEST_CASE("undo reverts one change after the other, down to the empty store", "[store]") {
  OneStore one;
  std::vector<std::string> states = {one.facts()};
  const auto change = [&](const std::function<void(Changes&)>& steps) {
    one.store.record(
        {day(static_cast<int>(states.size())), "change " + std::to_string(states.size())}, steps);
    states.push_back(one.facts());
  };
  change([](Changes& changes) { changes.add(full_order(a)); });
  change([](Changes& changes) { changes.add(full_order(b)), changes.add(bare_order(c)); });
  change([](Changes& changes) {
    Order order = changes.find(OrderId{1}).value();
    order.title = "another", order.disputes.clear(), order.tags.emplace_back("more");
    changes.replace(order);
    order.parcels.clear();
    changes.replace(order);
  });
  change([](Changes& changes) { changes.remove(OrderId{2}); });
  change([](Changes& changes) {
    changes.remove(OrderId{1});
    changes.remove(OrderId{3});
    changes.add(full_order(b));
  });
  change([](Changes& changes) {  // two orders exchange their numbers
    Order order = changes.find(OrderId{4}).value();
    changes.add(bare_order(a));
    order.number = OrderNumber::read("3051000000991234");
    changes.replace(order);
  });

  for (std::size_t state = states.size() - 1; state > 0; --state) {
    CHECK(one.store.undo(label("undo")) == std::vector{static_cast<std::int64_t>(state)});
    CHECK(one.facts() == states[state - 1]);
  }
  CHECK_THROWS_AS(one.store.undo(label("undo")), UserError);
  CHECK(add(one.store, {bare_order(a)}) == std::vector{OrderId{1}});
}

TEST_CASE("undo of several changes undoes all or none", "[store]") {
  OneStore one;
  const std::string empty = one.facts();
  add(one.store, {bare_order(a)});
  const std::string after_first = one.facts();
  add(one.store, {bare_order(b)});
  one.store.record(label("remove"), [](Changes& changes) { changes.remove(OrderId{1}); });
  const std::string before = dump(one.path, Journal::with);

  SECTION("two") {
    CHECK(one.store.undo(label("undo 2"), 2) == std::vector<std::int64_t>{3, 2});
    CHECK(one.facts() == after_first);
  }
  SECTION("as many as there are") {
    CHECK(one.store.undo(label("undo 3"), 3) == std::vector<std::int64_t>{3, 2, 1});
    CHECK(one.facts() == empty);
  }
  SECTION("more than there are") {
    try {
      one.store.undo(label("undo 4"), 4);
      FAIL("not refused");
    } catch (const UserError& error) {
      CHECK(error.what() ==
            std::string("only 3 changes can be undone; `aliprotect log` lists them"));
    }
    CHECK(dump(one.path, Journal::with) == before);
  }
}

TEST_CASE("repeating an undone change gives the same record", "[store]") {
  OneStore one;
  add(one.store, {full_order(a)});
  const auto change = [&] {
    one.store.record(label("both"), [](Changes& changes) {
      changes.add(full_order(b));
      changes.remove(OrderId{1});
    });
  };
  change();
  const std::string once = one.facts();
  one.store.undo(label("undo"));
  change();
  CHECK(one.facts() == once);
}

TEST_CASE("an undo cannot be undone, but changes after it can", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a)});
  add(one.store, {bare_order(b)});
  one.store.undo(label("undo"));
  add(one.store, {bare_order(c)});
  one.store.undo(label("undo"));
  CHECK(all_orders(one.store).size() == 1);
  one.store.undo(label("undo"));
  CHECK(all_orders(one.store).empty());
  CHECK_THROWS_AS(one.store.undo(label("undo")), UserError);
}

TEST_CASE("an entry has its command, time and the entry that it undoes", "[file][store]") {
  OneStore one;
  one.store.record({day(1), "add 3051000000411234 --title 'a b'"},
                   [](Changes& changes) { changes.add(bare_order(a)); });
  one.store.undo({day(2), "undo"});
  CHECK(value_of(one.path,
                 "SELECT group_concat(id || '|' || command || '|' || coalesce(undoes, ''), ' / ') "
                 "FROM entries") == "1|add 3051000000411234 --title 'a b'| / 2|undo|1");
  CHECK(value_of(one.path, "SELECT at FROM entries WHERE id = 2") ==
        std::to_string(day(2).time_since_epoch().count()));
}

TEST_CASE("undo frees the id of an addition, but no other", "[store]") {
  OneStore one;
  add(one.store, {bare_order(a)});
  one.store.record(label("remove"), [](Changes& changes) { changes.remove(OrderId{1}); });
  add(one.store, {bare_order(b)});
  one.store.undo(label("undo"));
  Order wanting_1 = bare_order(b);
  wanting_1.id = OrderId{1};
  CHECK(add(one.store, {wanting_1}) == std::vector{OrderId{2}});
}

TEST_CASE("undo of a change of many orders is one entry", "[store]") {
  OneStore one;
  add(one.store, {full_order(a)});
  const std::string before = one.facts();
  one.store.record(label("import"), [](Changes& changes) {
    for (int i = 0; i < 700; ++i)
      changes.add(full_order(std::to_string(4000000000001234 + 10000LL * i)));
    Order order = changes.find(OrderId{1}).value();
    order.seller.reset();
    changes.replace(order);
  });
  one.store.undo(label("undo"));
  CHECK(one.facts() == before);
}

TEST_CASE("hostile texts survive the journal", "[file][store]") {
  OneStore one;
  Order order = full_order(a);
  order.title = "\xff\xfe caf\xe9 \x01\x1b \"quoted\" \\u0000 \\ \xE2\x80\xAE";
  order.notes[1].text = std::string(1 << 20, '"');
  add(one.store, {order});
  const std::string before = one.facts();
  one.store.record(label("remove"), [](Changes& changes) { changes.remove(OrderId{1}); });
  one.store.undo(label("undo"));
  CHECK(one.facts() == before);
  order.id = OrderId{1};
  CHECK(one.store.find(OrderId{1}) == order);
}

TEST_CASE("undo is refused and changes nothing if the rule set of an order was removed",
          "[store]") {
  OneStore one;
  Order order = bare_order(a);
  order.rules = "aliexpress-2017";
  add(one.store, {order});
  one.store.record(label("remove"), [](Changes& changes) { changes.remove(OrderId{1}); });
  const std::string before = dump(one.path, Journal::with);
  Store poorer = Store::open_to_write(one.path, Policies({policy_2016()}));
  CHECK_THROWS_AS(poorer.undo(label("undo")), StoreError);
  CHECK(dump(one.path, Journal::with) == before);
}

}  // namespace aliprotect::testing
