// Refusals before shipping, after shipping, and after a final end.
#include "rules/refusals.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

struct Row {
  const char* name;
  Order order;
  bool delivery;
  bool goods_return;
  bool anything_else;
};

bool allowed(const Order& order, AfterEnd change) {
  const Clocks clocks = clocks_of(order, policy_2016());
  const auto refusal = check_change_after_end(order, clocks, change, day(30));
  if (refusal) {
    CHECK(refusal->forceable);
    CHECK_FALSE(refusal->sentence.empty());
  }
  return !refusal;
}

}  // namespace

TEST_CASE("refusals: delivering before shipping") {
  CHECK_FALSE(check_delivery(in_transit()).has_value());
  CHECK_FALSE(check_delivery(order().shipped_some_time()).has_value());
  CHECK_FALSE(check_delivery(in_transit().all_delivered(day(9))).has_value());
  for (const Order& waiting : {Order(order()), Order(order().ship_by(day(8)).deadline(day(45)))}) {
    const auto refusal = check_delivery(waiting);
    REQUIRE(refusal.has_value());
    CHECK(refusal->forceable);
  }
}

TEST_CASE("refusals: cancelling a shipped order") {
  CHECK_FALSE(check_order_cancellation(order()).has_value());
  CHECK_FALSE(check_order_cancellation(order().ship_by(day(8))).has_value());
  for (const Order& shipped : {Order(in_transit()), Order(order().shipped_some_time()),
                               Order(in_transit().all_delivered(day(9))), Order(in_dispute())}) {
    const auto refusal = check_order_cancellation(shipped);
    REQUIRE(refusal.has_value());
    CHECK(refusal->forceable);
  }
  CHECK(check_order_cancellation(in_transit())->instants == std::vector<Instant>{day(0)});
}

TEST_CASE(
    "refusals: anything after a final end, except delivery and return after a resolved dispute") {
  const std::vector<Row> rows = {
      {"no end: not shipped", order(), true, true, true},
      {"no end: in transit", in_transit(), true, true, true},
      {"no end: delivered", in_transit().all_delivered(day(9)), true, true, true},
      {"no end: in dispute", in_dispute(), true, true, true},
      {"no end: escalated", in_dispute().escalated(day(14)), true, true, true},
      {"a cancelled dispute is not an end", in_dispute().dispute_cancelled(day(12)), true, true,
       true},
      {"refunded", in_dispute().resolved(Outcome::refunded, day(20)), true, true, false},
      {"refunded partly", in_dispute().resolved(Outcome::partial, day(20)), true, true, false},
      {"rejected", in_dispute().resolved(Outcome::rejected, day(20)), true, true, false},
      {"confirmed", in_transit().confirmed(day(12)), false, false, false},
      {"cancelled", order().cancelled(day(1)), false, false, false},
      {"resolved, then confirmed",
       in_dispute().resolved(Outcome::rejected, day(20)).confirmed(day(21)), false, false, false},
      {"resolved, then cancelled",
       in_dispute().resolved(Outcome::rejected, day(20)).cancelled(day(21)), false, false, false},
      {"confirmed while a dispute is open", in_dispute().confirmed(day(12)), false, false, false},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(allowed(row.order, AfterEnd::delivery) == row.delivery);
    CHECK(allowed(row.order, AfterEnd::goods_return) == row.goods_return);
    CHECK(allowed(row.order, AfterEnd::anything_else) == row.anything_else);
  }
}

TEST_CASE("refusals: the message contains the time of the end") {
  const auto names = [](const Order& order) {
    const Clocks clocks = clocks_of(order, policy_2016());
    return check_change_after_end(order, clocks, AfterEnd::anything_else, day(30))->instants;
  };
  CHECK(names(order().cancelled(day(1))) == std::vector<Instant>{day(1)});
  CHECK(names(in_transit().confirmed(day(12))) == std::vector<Instant>{day(12)});
  CHECK(names(in_dispute().resolved(Outcome::refunded, day(20))) == std::vector<Instant>{day(20)});
  Order imported = in_dispute().resolved(Outcome::refunded, day(20));
  imported.disputes.back().closed_at.reset();
  CHECK(names(imported).empty());
}
