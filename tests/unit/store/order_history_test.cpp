// The history of each order number.
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";
const std::string c = "3051000000431234";

/// `a now two@3: one`: the number, its current or last title, its last entry, its earlier titles.
std::string past_of(Store& store, const Selection& selection = {}) {
  std::string all;
  store.read_with_history(selection, [&](const Order& order, OrderHistory& past) {
    const OrderHistory::LastChange last = past.last_change();
    CHECK(last.at == day(static_cast<int>(last.entry)));
    std::string name = order.number.text() == a ? "a" : order.number.text() == b ? "b" : "c";
    name += (past.has_ended() ? " was " : " now ") + order.title.value_or("-") + "@" +
            std::to_string(last.entry);
    past.read([&](const Order& former, const Policy& policy) {
      CHECK(former.number == order.number);
      name += (name.find(':') == std::string::npos ? ": " : ", ") + former.title.value_or("-");
      if (policy.dispute_after_completion != Days{0})
        name += "/" + std::to_string(policy.dispute_after_completion.count());
    });
    all += (all.empty() ? "" : "; ") + name;
    return true;
  });
  return all;
}

/// Makes one change a day, from day 1.
struct OneStore {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());
  int entries = 0;

  void record(const std::function<void(Changes&)>& steps) {
    store.record({day(++entries), "test"}, steps);
  }
  OrderId add(const std::string& number, const std::string& title, const std::string& rules = {}) {
    OrderId id;
    record([&](Changes& changes) {
      Order order = titled(number, title);
      if (!rules.empty()) order.rules = rules;
      id = changes.add(order);
    });
    return id;
  }
  void change(OrderId id, const std::function<void(Order&)>& what) {
    record([&](Changes& changes) {
      Order order = *changes.find(id);
      what(order);
      changes.replace(order);
    });
  }
  void retitle(OrderId id, const std::string& title) {
    change(id, [&](Order& order) {
      order.title = title;
      order.closes = day(100 + entries);
    });
  }
  void remove(OrderId id) {
    record([&](Changes& changes) { changes.remove(id); });
  }
  void undo(std::size_t count = 1) {
    for (std::size_t i = 0; i < count; ++i) store.undo({day(++entries), "undo"});
  }
  void set_grace(int days) {
    Policy own = shipped_policies().at(default_policy);
    own.name = "own";
    own.dispute_after_completion = Days{days};
    record([&](Changes& changes) { changes.set_rules(own); });
  }

  static Order titled(const std::string& number, const std::string& title) {
    Order order = bare_order(number);
    order.title = title;
    return order;
  }
};

}  // namespace

TEST_CASE("an order has a history from its second change on", "[store]") {
  OneStore one;
  CHECK(past_of(one.store).empty());
  const OrderId id = one.add(a, "one");
  CHECK(past_of(one.store) == "a now one@1");
  one.retitle(id, "two");
  one.add(b, "other");
  one.retitle(id, "three");
  CHECK(past_of(one.store) == "a now three@4: one, two; b now other@3");
}

TEST_CASE("of versions with the same deadlines only the first is read", "[store]") {
  OneStore one;
  const OrderId id = one.add(a, "one");
  one.change(id, [](Order& order) { order.title = "two"; });
  one.change(id, [](Order& order) { order.notes = {{day(0), "a note"}}; });
  one.change(id, [](Order& order) { order.closes = day(50); });
  one.change(id, [](Order& order) { order.title = "three"; });
  CHECK(past_of(one.store) == "a now three@5: one, two");
  one.set_grace(1);
  CHECK(past_of(one.store) == "a now three@5: one, two, two, two");
}

TEST_CASE("an undo adds to the history", "[store]") {
  OneStore one;
  one.retitle(one.add(a, "one"), "two");
  one.undo();
  CHECK(past_of(one.store) == "a now one@3: one, two");
}

TEST_CASE("the history of a removed order or an undone addition has ended", "[store]") {
  OneStore one;
  const OrderId id = one.add(b, "one");
  one.add(a, "other");
  one.undo();
  one.retitle(id, "two");
  one.remove(id);
  CHECK(past_of(one.store) == "a was other@3: other; b was two@5: one, two");
  one.undo();
  CHECK(past_of(one.store) == "b now two@6: one, two; a was other@3: other");
}

TEST_CASE("the history follows the number, not the id", "[store]") {
  OneStore one;
  one.add(a, "one");
  one.undo();
  const OrderId again = one.add(b, "other");  // reuses the freed id
  CHECK(past_of(one.store) == "b now other@3; a was one@2: one");
  one.add(a, "two");
  CHECK(past_of(one.store) == "b now other@3; a now two@4: one");
  one.change(again, [](Order& order) { order.number = OrderNumber::read(c); });
  CHECK(past_of(one.store) == "c now other@5; a now two@4: one; b was other@5: other");
}

TEST_CASE("a changed rule set adds to the history of its orders", "[store]") {
  OneStore one;
  one.set_grace(1);
  one.add(a, "one", "own");
  one.add(b, "other");
  one.set_grace(2);
  CHECK(past_of(one.store) == "a now one@4: one/1; b now other@3");
  one.retitle({1}, "two");
  one.set_grace(3);
  CHECK(past_of(one.store) == "a now two@6: one/1, one/2, two/2; b now other@3");
  one.remove({1});
  one.record([&](Changes& changes) { changes.remove_rules("own"); });
  CHECK(past_of(one.store) == "b now other@3; a was two@7: one/1, one/2, two/2, two/3");
}

TEST_CASE("ended orders are selected by their last version", "[store]") {
  OneStore one;
  one.record([&](Changes& changes) {
    Order first = OneStore::titled(a, "one");
    first.seller = "Example Store";
    first.tags = {"gift"};
    first.ordered_at = day(-3);
    first.parcels = {{"LP001", {}, false, {}, {}, {}}};
    first.notes = {{day(0), "call them"}};
    changes.add(first);
    changes.add(OneStore::titled(b, "other"));
  });
  one.remove({1});
  one.remove({2});
  const auto selected = [&](auto Selection::*field, auto value) {
    Selection selection;
    selection.*field = value;
    return past_of(one.store, selection);
  };
  const std::string first = "a was one@2: one";
  CHECK(selected(&Selection::seller, "example store") == first);
  CHECK(selected(&Selection::seller, "Example").empty());
  CHECK(selected(&Selection::tag, "GIFT") == first);
  CHECK(selected(&Selection::account, "1234") == first + "; b was other@3: other");
  CHECK(selected(&Selection::search, "lp001") == first);
  CHECK(selected(&Selection::search, "CALL") == first);
  CHECK(selected(&Selection::search, "other") == "b was other@3: other");
  CHECK(selected(&Selection::ordered_before, day(0)) == first);
  CHECK(selected(&Selection::ordered_after, day(0)).empty());
  CHECK(selected(&Selection::open_at, day(0)).empty());
}

TEST_CASE("reading histories stops when the visitor returns false", "[store]") {
  OneStore one;
  one.add(a, "one");
  one.add(b, "other");
  one.undo();
  int seen = 0;
  one.store.read_with_history({}, [&](const Order&, OrderHistory&) { return ++seen < 1; });
  one.store.read_with_history({}, [&](const Order&, OrderHistory&) { return ++seen < 3; });
  CHECK(seen == 3);
  Store reader = Store::open_to_read(one.path, shipped_policies()).value();
  CHECK(past_of(reader) == past_of(one.store));
}

}  // namespace aliprotect::testing
