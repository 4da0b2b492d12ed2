#include <algorithm>
#include <set>

#include "aliprotect/protection.h"
#include "rules/statuses.h"
#include "support/catch.h"
#include "support/every_state.h"
#include "support/server_store.h"

namespace aliprotect::testing {
namespace {

using Ids = std::vector<OrderId>;

bool includes(const Ids& all, const Ids& some) {
  const std::set<OrderId> known(all.begin(), all.end());
  return std::all_of(some.begin(), some.end(), [&](OrderId id) { return known.contains(id); });
}

Selection only(std::optional<std::string> Selection::*condition, const std::string& value) {
  Selection selection;
  selection.*condition = value;
  return selection;
}

}  // namespace

TEST_CASE("open orders match is_open at every hour", "[store]") {
  EveryState states;
  for (int hour = 0; hour < 24 * 80; ++hour) {
    const Instant now = day(0) + Seconds{3600 * hour};
    Selection open;
    open.open_at = now;
    const Ids expected = states.where([&](const Order& each, const Clocks& clocks) {
      return is_open(each, clocks, status_of(each, clocks, now), now);
    });
    if (ids_of(states.store, open) != expected) FAIL("at hour " << hour);
  }
}

TEST_CASE("all orders with a deadline ahead are selected at every hour", "[store]") {
  EveryState states;
  for (int hour = 0; hour < 24 * 80; ++hour) {
    const Instant now = day(0) + Seconds{3600 * hour};
    Selection due;
    due.deadlines = {now, now + Days{4}};
    const Ids expected = states.where([&](const Order& each, const Clocks& clocks) {
      const auto ahead = deadlines_of(each, clocks, status_of(each, clocks, now), now);
      return std::any_of(ahead.begin(), ahead.end(),
                         [&](const Deadline& d) { return d.at <= now + Days{4}; });
    });
    const Ids scheduled = states.where([&](const Order& each, const Clocks& clocks) {
      const auto all = schedule_of(each, clocks);
      return std::any_of(all.begin(), all.end(), [&](const ScheduledDeadline& d) {
        return d.at > now && d.at <= now + Days{4};
      });
    });
    const Ids found = ids_of(states.store, due);
    if (!includes(found, expected) || found != scheduled) FAIL("at hour " << hour);
  }
}

TEST_CASE("all orders with a status are selected at every hour", "[store]") {
  EveryState states;
  for (int hour = -1; hour < 24 * 80; hour += 5) {
    const Instant now = day(0) + Seconds{3600 * hour};
    for (const Status status : all_statuses) {
      Selection selection;
      selection.statuses = {{status}, now};
      const Ids expected = states.where([&](const Order& each, const Clocks& clocks) {
        return status_of(each, clocks, now) == status;
      });
      if (!includes(ids_of(states.store, selection), expected))
        FAIL(to_string(status) << " at hour " << hour);
    }
  }
}

TEST_CASE("selecting by status leaves out orders with contradicting facts", "[store]") {
  EveryState states;
  const auto selected = [&](std::vector<Status> statuses) {
    Selection selection;
    selection.statuses = {std::move(statuses), day(30)};
    return ids_of(states.store, selection);
  };
  const Ids confirmed{OrderId{12}, OrderId{27}}, cancelled{OrderId{13}, OrderId{28}};
  CHECK(selected({Status::confirmed}) == confirmed);
  CHECK(selected({Status::cancelled}) == cancelled);
  CHECK(selected({Status::cancelled, Status::confirmed}) ==
        Ids{OrderId{12}, OrderId{13}, OrderId{27}, OrderId{28}});
  CHECK(selected({}).empty());
  CHECK(selected({Status::in_dispute}) == selected({Status::escalated}));
  CHECK_FALSE(includes(selected({Status::in_transit}), {OrderId{12}}));
  CHECK_FALSE(includes(selected({Status::auto_closed}), {OrderId{13}}));
}

TEST_CASE("an order that closes at the first instant has closed automatically", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  Order order = bare_order("3051000000011234");
  order.closes = first_instant;
  add(store, {order});
  Selection selection;
  selection.statuses = {{Status::auto_closed}, day(0)};
  CHECK(ids_of(store, selection) == Ids{OrderId{1}});
}

TEST_CASE("each change updates the deadlines", "[store]") {
  EveryState states;
  Selection due;
  due.deadlines = {day(44), day(45)};
  REQUIRE(includes(ids_of(states.store, due), {OrderId{2}}));

  states.store.record(label(), [](Changes& changes) {
    Order shipped = changes.find(OrderId{2}).value();
    shipped.confirmed_at = day(30);
    changes.replace(shipped);
  });
  CHECK_FALSE(includes(ids_of(states.store, due), {OrderId{2}}));
  CHECK(value_of(states.path, "SELECT count(*) FROM deadlines WHERE order_id = 2") == "0");

  states.store.undo(label("undo"));
  CHECK(includes(ids_of(states.store, due), {OrderId{2}}));

  states.store.record(label(), [](Changes& changes) { changes.remove(OrderId{2}); });
  CHECK(value_of(states.path, "SELECT count(*) FROM deadlines WHERE order_id = 2") == "0");
}

TEST_CASE("each filter selects its orders", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  Order one = bare_order("3051000000011234");
  one.title = "USB hub 100%", one.seller = "Blue Store", one.client = "Ann",
  one.tags = {"gift", "home"};
  one.ordered_at = day(5);
  Order two = bare_order("3051000000029999");
  two.title = "Lamp_2", two.seller = "BLUE STORE", two.client = "Bob", two.tags = {"GIFT"};
  two.ordered_at = day(6), two.parcels = {{"LP777CN", "Cainiao", false, {}, {}, {}}};
  Order three = bare_order("305100000003123");
  three.notes = {{day(1), "Broken on arrival \\ \"again\"\nnull"}, {day(2), "x"}};
  add(store, {one, two, three});
  const Ids nobody, first{OrderId{1}}, second{OrderId{2}}, third{OrderId{3}},
      both{OrderId{1}, OrderId{2}};

  struct Row {
    std::optional<std::string> Selection::*condition;
    std::string value;
    Ids expected;
  };
  const Row rows[] = {
      {&Selection::seller, "blue store", both},
      {&Selection::seller, "blue", nobody},
      {&Selection::client, "ANN", first},
      {&Selection::client, "", nobody},
      {&Selection::tag, "Gift", both},
      {&Selection::tag, "home", first},
      {&Selection::tag, "gif", nobody},
      {&Selection::account, "1234", first},
      {&Selection::account, "0123", nobody},
      {&Selection::account, "3123", third},
      {&Selection::search, "HUB", first},
      {&Selection::search, "100%", first},
      {&Selection::search, "%", first},
      {&Selection::search, "_", second},
      {&Selection::search, "lp777", second},
      {&Selection::search, "blue", both},
      {&Selection::search, "bob", second},
      {&Selection::search, "home", first},
      {&Selection::search, "broken", third},
      {&Selection::search, "00002999", second},
      {&Selection::search, "cainiao", nobody},
      {&Selection::search, "null", third},
      {&Selection::search, "],[", nobody},
      {&Selection::search, "\"again\"\n", third},
      {&Selection::search, "\"", third},
      {&Selection::search, "\\", third},
      {&Selection::search, "\\\"", nobody},
      {&Selection::search, "u000a", nobody},
      {&Selection::search, "nowhere", nobody},
      {&Selection::search, "", {OrderId{1}, OrderId{2}, OrderId{3}}},
      {&Selection::search, "LAMP_2", second},
      {&Selection::search, "lamp_22", nobody},
      {&Selection::seller, "' OR 1=1 --", nobody},
  };
  for (const Row& row : rows) {
    INFO(row.value);
    CHECK(ids_of(store, only(row.condition, row.value)) == row.expected);
  }

  Selection ordered;
  ordered.ordered_before = day(6);
  CHECK(ids_of(store, ordered) == first);
  ordered.ordered_after = day(5);
  CHECK(ids_of(store, ordered) == nobody);
  ordered.ordered_before = day(6) + Seconds{1};
  CHECK(ids_of(store, ordered) == second);

  Selection several = only(&Selection::seller, "blue store");
  several.tag = "gift";
  several.open_at = day(0);
  CHECK(ids_of(store, several) == both);
  several.account = "9999";
  CHECK(ids_of(store, several) == second);
}

TEST_CASE("changing a rule set moves the deadlines of its orders", "[store]") {
  EveryState states;
  Policy longer = policy_2016();
  longer.auto_escalates = Days{25};
  const Policies changed({longer, policy_2017()});
  Selection due;
  due.deadlines = {day(34), day(35)};
  REQUIRE_FALSE(includes(ids_of(states.store, due), {OrderId{6}}));
  const std::string before = dump(states.path, Journal::with);

  Store reader = Store::open_to_read(states.path, changed).value();
  CHECK(includes(ids_of(reader, due), {OrderId{6}}));
  Selection escalated;
  escalated.statuses = {{Status::in_transit}, day(34)};
  CHECK(ids_of(reader, escalated).size() > ids_of(states.store, escalated).size());
  due.seller = "nobody";
  CHECK(ids_of(reader, due).empty());
  due.seller.reset();
  CHECK(dump(states.path, Journal::with) == before);

  Store writer = Store::open_to_write(states.path, changed);
  CHECK(ids_of(writer, due) == Ids{OrderId{6}, OrderId{8}, OrderId{18}, OrderId{27}});
  CHECK(value_of(states.path, "SELECT count(*) FROM entries") == "1");
}

}  // namespace aliprotect::testing
