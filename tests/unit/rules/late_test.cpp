// Late orders: shipped, deadline passed, not delivered or, with --delivered, delivered after it;
// see aliprotect-rules(7), "LATE ORDERS".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Guaranteed for day 30, protected until day 45.
OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }

struct Row {
  const char* name;
  Order order;
  Instant now;
  bool late;
  bool late_or_delivered_late;
};

void check(const std::vector<Row>& rows, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    const Protection protection = assess(row.order, policy, row.now);
    CHECK(is_late(row.order, protection.clocks, protection.status, row.now, false) == row.late);
    CHECK(is_late(row.order, protection.clocks, protection.status, row.now, true) ==
          row.late_or_delivered_late);
  }
}

}  // namespace

TEST_CASE("late orders") {
  check({
      {"one second before the deadline", in_transit(), day(30) - 1s, false, false},
      {"at the deadline", in_transit(), day(30), true, true},
      {"one second after the deadline", in_transit(), day(30) + 1s, true, true},
      {"not shipped", order().deadline(day(30)), day(31), false, false},
      {"no deadline known", order().shipped(day(0)).protection_days(45), day(44), false, false},
      {"shipping date unknown, deadline typed", order().shipped_some_time().deadline(day(30)),
       day(30), true, true},
      {"one of two parcels still on its way", in_transit().delivered(day(9)).shipped(day(0)),
       day(31), true, true},
      {"the deadline counts from the last parcel", in_transit().shipped(day(2)), day(31), false,
       false},
      {"ready for pickup", in_transit().pickup_by(day(40)), day(31), true, true},
      {"in dispute", in_transit().dispute(day(28)), day(31), true, true},
      {"escalated", in_transit().dispute(day(10)), day(31), true, true},
      {"dispute cancelled", in_transit().dispute(day(10)).dispute_cancelled(day(12)), day(31), true,
       true},
      {"granted days do not move the deadline",
       in_transit().requested(day(20), 10).granted(day(21)), day(31), true, true},
      {"auto_closed orders are included", in_transit(), day(46), true, true},
      {"cancelled ones are not", in_transit().cancelled(day(10)), day(31), false, false},
      {"confirmed ones are not", in_transit().confirmed(day(31)), day(32), false, false},
      {"resolved ones are not", in_transit().dispute(day(10)).resolved(Outcome::refunded, day(20)),
       day(31), false, false},
  });
}

TEST_CASE("late orders, with --delivered") {
  check({
      {"delivered in time", in_transit().all_delivered(day(29)), day(31), false, false},
      {"delivered one second before the deadline", in_transit().all_delivered(day(30) - 1s),
       day(31), false, false},
      {"delivered at the deadline is not after it", in_transit().all_delivered(day(30)), day(31),
       false, false},
      {"delivered one second after the deadline", in_transit().all_delivered(day(30) + 1s), day(31),
       false, true},
      {"delivered late, auto-closed since", in_transit().all_delivered(day(31)), day(46), false,
       true},
      {"the last parcel arrived late",
       in_transit().delivered(day(9)).shipped(day(0)).delivered(day(31)), day(32), false, true},
      {"delivered late, in dispute over it",
       in_transit().all_delivered(day(31)).dispute(day(32), Reason::not_as_described), day(33),
       false, true},
      {"delivered late and confirmed", in_transit().all_delivered(day(31)).confirmed(day(32)),
       day(33), false, false},
      {"delivered late and resolved",
       in_transit().all_delivered(day(31)).dispute(day(32)).resolved(Outcome::partial, day(33)),
       day(34), false, false},
      {"delivered late and cancelled", in_transit().all_delivered(day(31)).cancelled(day(32)),
       day(33), false, false},
      {"a delivery recorded ahead, the deadline not passed yet",
       in_transit().all_delivered(day(30) + 6h), day(30) - 12h, false, false},
      {"no deadline known", order().shipped(day(0)).all_delivered(day(90)), day(91), false, false},
  });
}

TEST_CASE("late orders: grace does not matter") {
  check({{"in the grace", in_transit(), day(46), true, true},
         {"after the grace", in_transit(), day(60), true, true},
         {"before the deadline", in_transit(), day(30) - 1s, false, false}},
        policy_2017());
}
