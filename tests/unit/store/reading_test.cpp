#include <algorithm>
#include <stdexcept>

#include "aliprotect/protection.h"
#include "support/catch.h"
#include "support/every_state.h"
#include "support/server_store.h"

namespace aliprotect::testing {
namespace {

using Ids = std::vector<OrderId>;

}  // namespace

TEST_CASE("a read can be stopped and repeated", "[store]") {
  EveryState states;
  int seen = 0;
  states.store.read(Selection{}, [&](const Order&) { return ++seen < 3; });
  CHECK(seen == 3);
  CHECK(all_orders(states.store) == states.orders);
}

TEST_CASE("orders are read in the order of the ids given", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  std::vector<Order> orders;
  for (int i = 0; i < 1200; ++i) {
    orders.push_back(bare_order(std::to_string(3051000000001234 + 10000LL * i)));
    orders.back().notes = {{day(i % 9), std::to_string(i)}};
  }
  Ids wanted = add(store, orders);
  std::reverse(wanted.begin(), wanted.end());
  const auto read = [&](const Ids& ids) {
    Ids seen;
    store.read(ids, [&](const Order& order) {
      CHECK(order.notes.at(0).text == std::to_string(order.id.value - 1));
      seen.push_back(order.id);
      return true;
    });
    return seen;
  };
  CHECK(read(wanted) == wanted);
  CHECK(read({}) == Ids{});
  CHECK(read({OrderId{9}, OrderId{5000}, OrderId{2}, OrderId{0}, OrderId{9}}) ==
        Ids{OrderId{9}, OrderId{2}, OrderId{9}});

  int seen = 0;
  store.read(wanted, [&](const Order&) { return ++seen < 700; });
  CHECK(seen == 700);
}

TEST_CASE("a visitor can call find, but starting another read is a bug", "[store]") {
  EveryState states;
  states.store.read(Selection{}, [&](const Order& order) {
    CHECK(states.store.find(order.id) == order);
    CHECK_THROWS_AS(states.store.read(Selection{}, [](const Order&) { return true; }),
                    std::logic_error);
    return order.id < OrderId{3};
  });
  CHECK(all_orders(states.store).size() == states.orders.size());
}

TEST_CASE("an exception of the visitor is rethrown, and the store stays usable", "[store]") {
  EveryState states;
  CHECK_THROWS_AS(states.store.read(Selection{}, [](const Order&) -> bool { throw 42; }), int);
  CHECK(all_orders(states.store).size() == states.orders.size());
  states.store.record(label(), [](Changes& changes) { changes.remove(OrderId{1}); });
  CHECK(all_orders(states.store).size() == states.orders.size() - 1);
}

TEST_CASE("a read sees one snapshot, even if another process records changes", "[store]") {
  EveryState states;
  Store reader = Store::open_to_read(states.path, states.policies).value();
  std::size_t seen = 0;
  reader.read(Selection{}, [&](const Order& order) {
    if (++seen == 1) {
      states.store.record(label(), [&](Changes& changes) {
        for (const Order& each : states.orders) changes.remove(each.id);
      });
    }
    CHECK(order == states.orders.at(seen - 1));
    return true;
  });
  CHECK(seen == states.orders.size());
  CHECK(all_orders(reader).empty());
}

TEST_CASE("orders can be changed while they are read", "[store]") {
  EveryState states;
  Selection open;
  open.open_at = day(1);
  states.store.record(label(), [&](Changes& changes) {
    states.store.read(open, [&](const Order& order) {
      Order titled = order;
      titled.title = "seen";
      changes.replace(titled);
      return true;
    });
  });
  for (const Order& order : all_orders(states.store)) {
    const Clocks clocks = clocks_of(order, states.policies.at(order.rules));
    const bool was_open = is_open(order, clocks, status_of(order, clocks, day(1)), day(1));
    CHECK(order.title.has_value() == was_open);
  }
}

}  // namespace aliprotect::testing
