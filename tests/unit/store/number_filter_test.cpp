#include "aliprotect/error.h"
#include "support/catch.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

std::string number(int place) { return std::to_string(3'051'000'000'001'234 + place * 10'000LL); }

std::string error_of_adding(Changes& changes, const Order& order) {
  try {
    changes.add(order);
    return "";
  } catch (const UserError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("a large change knows all numbers, old and new", "[store]") {
  constexpr int recorded = 300;
  constexpr int added = 1'500;
  const TempDir folder;
  Store store = Store::open_to_write(folder / "orders.db", shipped_policies());
  store.record(label("before"), [&](Changes& changes) {
    for (int place = 0; place < recorded; ++place) changes.add(bare_order(number(place)));
  });
  store.record(label("import"), [&](Changes& changes) {
    for (int place = recorded; place < added; ++place) {
      CHECK_FALSE(changes.find(OrderNumber::read(number(place))));
      changes.add(bare_order(number(place)));
    }
    for (int place = 0; place < added; ++place) {
      const auto found = changes.find(OrderNumber::read(number(place)));
      REQUIRE(found);
      CHECK(found->id.value == place + 1);
    }
    Order renumbered = *changes.find(OrderId{7});
    renumbered.number = OrderNumber::read(number(added));
    changes.replace(renumbered);
    CHECK(says(error_of_adding(changes, bare_order(number(3))), "already exists with id 4"));
    CHECK(says(error_of_adding(changes, bare_order(number(added - 1))),
               "already exists with id " + std::to_string(added)));
    CHECK(says(error_of_adding(changes, bare_order(number(added))), "already exists with id 7"));
    changes.remove(OrderId{8});
    CHECK(changes.add(bare_order(number(7))).value > 0);
  });
}

}  // namespace aliprotect::testing
