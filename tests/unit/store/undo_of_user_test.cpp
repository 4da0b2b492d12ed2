#include <algorithm>

#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string a = "3051000000411234";
const std::string b = "3051000000421234";
const std::string c = "3051000000431234";

const Author ann{"ann", "desk"};
const Author bob{"bob", "phone"};

struct Team {
  TempDir folder;
  std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());

  void change(const Author& author, const std::function<void(Changes&)>& steps) {
    store.record({day(0), "change", author}, steps);
  }
  void add(const Author& author, const std::string& number,
           const std::string& rules = std::string(default_policy)) {
    change(author, [&](Changes& changes) {
      Order order = bare_order(number);
      order.rules = rules;
      changes.add(order);
    });
  }
  void rename(const Author& author, OrderId id, const std::string& title) {
    change(author, [&](Changes& changes) {
      Order order = changes.find(id).value();
      order.title = title;
      changes.replace(order);
    });
  }
  void remove(const Author& author, OrderId id) {
    change(author, [&](Changes& changes) { changes.remove(id); });
  }

  std::vector<std::int64_t> undo(const Author& author, std::size_t count = 1) {
    return store.undo({day(1), "undo", author}, count, author.user);
  }
  /// Returns why the undo is refused; it must change nothing.
  std::string refusal(const Author& author, std::size_t count = 1) {
    const std::string before = dump(path, Journal::with);
    std::string reason;
    try {
      undo(author, count);
    } catch (const UserError& error) {
      reason = error.what();
    }
    CHECK(dump(path, Journal::with) == before);
    return reason;
  }
  bool is_sound() {
    const CheckReport report = Store::check(path, shipped_policies());
    return std::all_of(report.findings.begin(), report.findings.end(),
                       [](const Finding& finding) { return finding.state == Finding::State::ok; });
  }
};

Policy own_rules(Days opens = Days{7}) {
  Policy policy = policy_2016();
  policy.name = "own";
  policy.dispute_opens = opens;
  return policy;
}

}  // namespace

TEST_CASE("undo of a user's own changes leaves those of others", "[store]") {
  Team team;
  team.add(ann, a);
  team.add(bob, b);
  team.rename(ann, OrderId{1}, "Lamp");
  team.rename(bob, OrderId{2}, "Hub");

  CHECK(team.undo(ann, 2) == std::vector<std::int64_t>{3, 1});
  CHECK_FALSE(team.store.find(OrderId{1}));
  CHECK(team.store.find(OrderId{2})->title == "Hub");
  CHECK(team.refusal(ann) ==
        "no change of ann to undo; undo the last change of all users with `aliprotect undo --any`");
  CHECK(team.refusal(bob, 3) == "only 2 changes of bob can be undone; `aliprotect log` lists them");
  CHECK(team.undo(bob, 2) == std::vector<std::int64_t>{4, 2});
  CHECK(team.refusal(bob) == "nothing to undo");
  CHECK(team.is_sound());
}

TEST_CASE("a change on which one of another user depends is not undone", "[store]") {
  Team team;
  team.add(ann, a);
  team.rename(bob, OrderId{1}, "Lamp");
  const std::string refused =
      "cannot undo change 1: bob@phone changed order 1 (3051000000411234) later, in change "
      "2; ask bob@phone to undo that first, or undo the last 2 changes of all users with "
      "`aliprotect undo 2 --any`";

  SECTION("until that one is undone") {
    CHECK(team.refusal(ann) == refused);
    team.undo(bob);
    CHECK(team.undo(ann) == std::vector<std::int64_t>{1});
    CHECK(all_orders(team.store).empty());
  }
  SECTION("the last one is named") {
    team.rename(bob, OrderId{1}, "Hub");
    CHECK(team.refusal(ann).find(
              "in change 3; ask bob@phone to undo that first, or undo the last 3") !=
          std::string::npos);
  }
  SECTION("undo of several is refused as a whole, and counts all changes") {
    team.add(ann, b);
    CHECK(team.refusal(ann, 2).find("`aliprotect undo 3 --any`") != std::string::npos);
    CHECK(team.undo(ann) == std::vector<std::int64_t>{3});
  }
  SECTION("undo of all users does not depend on the order") {
    CHECK(team.store.undo(label("undo"), 2) == std::vector<std::int64_t>{2, 1});
  }
  CHECK(team.is_sound());
}

TEST_CASE("a removed order is not restored if its number was added again", "[store]") {
  Team team;
  team.add(ann, a);
  team.remove(ann, OrderId{1});
  team.add(bob, a);
  CHECK(team.store.find(OrderNumber::read(a))->id == OrderId{2});
  CHECK(team.refusal(ann).find("bob@phone changed order 2 (3051000000411234) later, in change 3") !=
        std::string::npos);
  team.remove(bob, OrderId{2});  // undoing that needs the number, too
  CHECK(team.refusal(ann).find("bob@phone changed order 2 (3051000000411234) later, in change 4") !=
        std::string::npos);
  team.undo(bob, 2);
  CHECK(team.undo(ann) == std::vector<std::int64_t>{2});
  CHECK(team.store.find(OrderNumber::read(a))->id == OrderId{1});
  CHECK(team.is_sound());
}

TEST_CASE("an order does not regain a number that another order has now", "[store]") {
  Team team;
  team.add(ann, a);
  team.change(ann, [](Changes& changes) {
    Order order = changes.find(OrderId{1}).value();
    order.number = OrderNumber::read(c);
    changes.replace(order);
  });
  team.add(bob, a);
  CHECK(team.refusal(ann).find("changed order 2 (3051000000411234) later") != std::string::npos);
  CHECK(team.is_sound());
}

TEST_CASE("a rule set that a later order uses remains", "[store]") {
  Team team;
  team.change(ann, [](Changes& changes) { changes.set_rules(own_rules()); });
  team.add(bob, a, "own");
  CHECK(team.refusal(ann).find("bob@phone changed order 1 (3051000000411234) later") !=
        std::string::npos);

  // A later version of the rule set is undone, and the order's deadlines are recalculated.
  team.change(ann, [](Changes& changes) { changes.set_rules(own_rules(Days{9})); });
  team.rename(bob, OrderId{1}, "Lamp");
  CHECK(team.undo(ann) == std::vector<std::int64_t>{3});
  CHECK(team.is_sound());
}

TEST_CASE("a change of a rule set that was changed later is not undone", "[store]") {
  Team team;
  team.change(ann, [](Changes& changes) { changes.set_rules(own_rules()); });
  team.change(bob, [](Changes& changes) { changes.set_rules(own_rules(Days{9})); });
  CHECK(team.refusal(ann).find("bob@phone changed rule set own later, in change 2") !=
        std::string::npos);
}

TEST_CASE("an order is not restored if its rule set was removed later", "[store]") {
  Team team;
  team.change(bob, [](Changes& changes) { changes.set_rules(own_rules()); });
  team.add(ann, a, "own");
  team.remove(ann, OrderId{1});
  team.change(bob, [](Changes& changes) { changes.remove_rules("own"); });
  CHECK(team.refusal(ann).find("bob@phone changed rule set own later, in change 4") !=
        std::string::npos);
  team.undo(bob);
  CHECK(team.undo(ann) == std::vector<std::int64_t>{3});
  CHECK(team.store.find(OrderId{1})->rules == "own");
  CHECK(team.is_sound());
}

TEST_CASE("an order is not restored if its rule set was removed and added again", "[store]") {
  Team team;
  team.change(bob, [](Changes& changes) { changes.set_rules(own_rules()); });
  team.add(ann, a, "own");
  team.remove(ann, OrderId{1});
  team.change(bob, [](Changes& changes) { changes.remove_rules("own"); });
  team.change(bob, [](Changes& changes) { changes.set_rules(own_rules(Days{9})); });
  CHECK(team.refusal(ann).find("bob@phone changed rule set own later, in change 5") !=
        std::string::npos);
  CHECK(team.is_sound());
}

TEST_CASE("an id that was assigned after the undone change is not assigned again", "[store]") {
  Team team;
  team.add(ann, a);
  team.add(bob, b);
  CHECK(team.undo(ann) == std::vector<std::int64_t>{1});
  team.add(ann, c);
  CHECK(team.store.find(OrderNumber::read(c))->id == OrderId{3});
  CHECK(team.store.find(OrderNumber::read(b))->id == OrderId{2});
  // The newest change frees the id that it assigned.
  team.undo(ann);
  team.undo(bob);
  team.add(ann, c);
  CHECK(team.store.find(OrderNumber::read(c))->id == OrderId{2});
  CHECK(team.is_sound());
}

TEST_CASE("undo of any own changes keeps the store sound", "[store]") {
  Team team;
  std::uint32_t seed = 7;
  const auto below = [&](std::uint32_t count) {
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 16U) % count;
  };
  std::size_t undone = 0;
  std::size_t refused = 0;
  for (int step = 0; step < 600; ++step) {
    const Author& author = below(2) == 0 ? ann : bob;
    const std::vector<Order> orders = all_orders(team.store);
    const auto any = [&] { return orders[below(static_cast<std::uint32_t>(orders.size()))].id; };
    const std::uint32_t choice = below(8);
    if (choice < 2 || orders.empty()) {
      const std::string number = std::to_string(3051000000001234 + 10000LL * below(12));
      const bool has_own = team.store.policies().find("own") != nullptr;
      if (!team.store.find(OrderNumber::read(number)))
        team.add(author, number, has_own ? "own" : std::string(default_policy));
    } else if (choice == 2) {
      team.remove(author, any());
    } else if (choice == 3) {
      team.rename(author, any(), std::to_string(step));
    } else if (choice == 4) {
      const Days days{static_cast<int>(1 + below(9))};
      team.change(author, [&](Changes& changes) { changes.set_rules(own_rules(days)); });
    } else if (choice == 5) {
      const auto used = team.store.orders_by_rules();
      if (used.count("own") == 0 && team.store.policies().find("own"))
        team.change(author, [](Changes& changes) { changes.remove_rules("own"); });
    } else {
      try {
        team.undo(author, 1 + below(2));
        ++undone;
      } catch (const UserError&) {
        ++refused;
      }
    }
    if (step % 20 == 0) REQUIRE(team.is_sound());
  }
  CHECK(undone > 20);
  CHECK(refused > 20);
  const auto count = std::stoull(value_of(
      team.path,
      "SELECT count(*) FROM entries WHERE undoes IS NULL AND id NOT IN (SELECT undoes FROM entries "
      "WHERE undoes IS NOT NULL)"));
  team.store.undo(label("undo"), count);
  CHECK(all_orders(team.store).empty());
  CHECK(team.is_sound());
}

}  // namespace aliprotect::testing
