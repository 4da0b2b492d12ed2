#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";

/// A user's rule set in which all day counts differ.
Policy own_rules() {
  Policy policy;
  policy.name = "my-market";
  policy.era = "2026; \"new\" naïve";
  policy.source = "a help page";
  policy.dispute_opens = Days{1};
  policy.short_promise = Days{2};
  policy.dispute_after_completion = Days{3};
  policy.escalation_opens = Days{4};
  policy.auto_escalates = Days{20};
  policy.reason_change = Days{6};
  policy.seller_answers = Days{7};
  policy.reminder_from = Days{9};
  policy.reminder_until = Days{8};
  policy.extension_from = Days{11};
  policy.extension_until = Days{10};
  policy.longest_protection = Days{90};
  return policy;
}

struct OneStore {
  TempDir folder;
  std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());

  void set(const Policy& policy) {
    store.record(label("rules add"), [&](Changes& changes) { changes.set_rules(policy); });
  }
  void remove(const std::string& name) {
    store.record(label("rules remove"), [&](Changes& changes) { changes.remove_rules(name); });
  }
  std::vector<OrderId> due_at(Instant at) {
    Selection due;
    due.deadlines = {at - Seconds{1}, at};
    return ids_of(store, due);
  }
};

/// Closes on day 50, without grace.
Order order_under_own_rules(const std::string& number) {
  Order order = bare_order(number);
  order.rules = "my-market";
  order.parcels = {{"LP001", {}, false, day(2), {}}};
  order.closes = day(50);
  return order;
}

}  // namespace

TEST_CASE("a user's rule set is read as it was recorded", "[store]") {
  OneStore one;
  Policy policy = own_rules();
  SECTION("with all values") {}
  SECTION("without optional values") {
    policy.escalation_opens.reset();
    policy.reason_change.reset();
    policy.seller_answers.reset();
  }
  one.set(policy);
  CHECK(one.store.policies().at("my-market") == policy);
  CHECK(one.store.policies().all().size() == 4);
  Store reader = Store::open_to_read(one.path, shipped_policies()).value();
  CHECK(reader.policies().at("my-market") == policy);
}

TEST_CASE("a change sees its own rule sets", "[store]") {
  OneStore one;
  Store other = Store::open_to_write(one.path, shipped_policies());
  CHECK_FALSE(other.policies().find("my-market"));
  one.set(own_rules());
  other.record(label("add"), [&](Changes& changes) {
    CHECK(other.policies().find("my-market"));
    changes.add(order_under_own_rules(a));
    Policy later = own_rules();
    later.dispute_after_completion = Days{30};
    changes.set_rules(later);
    CHECK(other.policies().at("my-market") == later);
  });
  ids_of(one.store, {});
  CHECK(one.store.policies().at("my-market").dispute_after_completion == Days{30});
}

TEST_CASE("a failed change does not modify the rule sets", "[store]") {
  OneStore one;
  CHECK_THROWS_AS(one.store.record(label("rules add"),
                                   [&](Changes& changes) {
                                     changes.set_rules(own_rules());
                                     throw UserError("no");
                                   }),
                  UserError);
  CHECK_FALSE(one.store.policies().find("my-market"));
}

TEST_CASE("changing a rule set and undoing it updates the deadlines of its orders", "[store]") {
  OneStore one;
  one.set(own_rules());
  add(one.store, {order_under_own_rules(a)});
  CHECK(one.due_at(day(53)) == std::vector{OrderId{1}});
  const std::string before = dump(one.path, Journal::without);

  Policy later = own_rules();
  later.dispute_after_completion = Days{5};
  one.set(later);
  CHECK(one.due_at(day(53)).empty());
  CHECK(one.due_at(day(55)) == std::vector{OrderId{1}});

  one.store.undo(label("undo"));
  CHECK(dump(one.path, Journal::without) == before);
  CHECK(one.store.policies().at("my-market") == own_rules());
  CHECK(one.due_at(day(53)) == std::vector{OrderId{1}});
}

TEST_CASE("recording the same rule set again is not a change", "[store]") {
  OneStore one;
  one.set(own_rules());
  const std::string before = dump(one.path, Journal::with);
  one.set(own_rules());
  CHECK(dump(one.path, Journal::with) == before);
}

TEST_CASE("a rule set cannot be removed while orders use it", "[store]") {
  OneStore one;
  one.set(own_rules());
  add(one.store, {order_under_own_rules(a), order_under_own_rules(b)});
  try {
    one.remove("my-market");
    FAIL("not refused");
  } catch (const UserError& error) {
    CHECK(says(error.what(), "my-market is used by 2 orders"));
  }
  CHECK_THROWS_AS(one.remove("nobody-1999"), UserError);
  CHECK(one.store.orders_by_rules() == std::map<std::string, std::size_t>{{"my-market", 2}});

  one.store.record(label("remove"), [](Changes& changes) {
    changes.remove(OrderId{1});
    changes.remove(OrderId{2});
  });
  one.remove("my-market");
  CHECK_FALSE(one.store.policies().find("my-market"));
  CHECK_THROWS_AS(add(one.store, {order_under_own_rules(a)}), UserError);
}

TEST_CASE("adding a rule set cannot be undone before the orders that use it", "[store]") {
  OneStore one;
  const std::string empty = dump(one.path, Journal::without);
  one.set(own_rules());
  const std::string with_rules = dump(one.path, Journal::without);
  add(one.store, {order_under_own_rules(a)});
  one.store.record(label("move"), [](Changes& changes) {
    Order order = changes.find(OrderId{1}).value();
    order.rules = default_policy;
    changes.replace(order);
  });
  one.remove("my-market");

  one.store.undo(label("undo"), 2);
  CHECK(one.store.find(OrderId{1})->rules == "my-market");
  CHECK(one.due_at(day(53)) == std::vector{OrderId{1}});
  one.store.undo(label("undo"));
  CHECK(dump(one.path, Journal::without) == with_rules);
  one.store.undo(label("undo"));
  CHECK(dump(one.path, Journal::without) == empty);
  CHECK_FALSE(one.store.policies().find("my-market"));
}

TEST_CASE("an entry has each rule set before and after the change", "[store]") {
  OneStore one;
  one.set(own_rules());
  Policy later = own_rules();
  later.seller_answers.reset();
  one.set(later);
  one.remove("my-market");
  one.store.undo(label("undo"));

  std::vector<Difference<Policy>> read;
  one.store.read_journal({}, [&](const Entry&, Differences& differences) {
    const std::vector<Difference<Policy>> rule_sets = differences.rule_sets();
    REQUIRE(rule_sets.size() == 1);
    read.push_back(rule_sets.front());
    return true;
  });
  REQUIRE(read.size() == 4);
  CHECK_FALSE(read[3].before);
  CHECK(read[3].after == own_rules());
  CHECK(read[2].before == own_rules());
  CHECK(read[2].after == later);
  CHECK(read[1].before == later);
  CHECK_FALSE(read[1].after);
  CHECK_FALSE(read[0].before);
  CHECK(read[0].after == later);
}

TEST_CASE("a user's rule set takes precedence over a built-in one of the same name", "[store]") {
  OneStore one;
  one.set(own_rules());
  Policy built_in = own_rules();
  built_in.dispute_after_completion = Days{30};
  Store newer = Store::open_to_write(one.path, Policies({policy_2016(), built_in}));
  CHECK(newer.policies().at("my-market") == own_rules());
  CHECK(newer.policies().all().size() == 2);
}

TEST_CASE("an invalid rule set is refused", "[store]") {
  OneStore one;
  Policy policy = own_rules();
  SECTION("a NUL") {
    policy.era = std::string(1, '\0');
    CHECK_THROWS_AS(one.set(policy), UserError);
  }
  SECTION("an invalid name") {
    policy.name = "My market";
    CHECK_THROWS_AS(one.set(policy), StoreError);
  }
  SECTION("a built-in rule set") {
    CHECK_THROWS_AS(one.set(policy_2017()), std::logic_error);
    CHECK_THROWS_AS(one.remove("aliexpress-2017"), std::logic_error);
  }
  CHECK(one.store.policies().all().size() == 3);
  CHECK(value_of(one.path, "SELECT count(*) FROM entries") == "0");
}

}  // namespace aliprotect::testing
