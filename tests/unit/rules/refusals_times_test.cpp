// Refused times: out of order, in the future, or a deadline before the shipment.
#include "rules/refusals.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

OrderBuilder in_transit() { return order().ordered(day(-2)).shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

struct Row {
  const char* name;
  Order order;
  Instant now;
  bool refused;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.name);
    const auto refusal = check_times(nullptr, row.order, row.now);
    CHECK(refusal.has_value() == row.refused);
    if (!refusal) continue;
    CAPTURE(refusal->sentence);
    CHECK(refusal->forceable);
    CHECK_FALSE(refusal->instants.empty());
  }
}

}  // namespace

TEST_CASE("refusals: times out of order") {
  check({
      {"in order", in_transit().all_delivered(day(9)), day(10), false},
      {"nothing recorded", order(), day(0), false},
      {"shipped one second before ordered", order().ordered(day(0)).shipped(day(0) - 1s), day(1),
       true},
      {"shipped as ordered", order().ordered(day(0)).shipped(day(0)), day(1), false},
      {"the second parcel shipped before ordered",
       order().ordered(day(0)).shipped(day(1)).shipped(day(0) - 1s), day(2), true},
      {"delivered one second before shipped", in_transit().all_delivered(day(0) - 1s), day(1),
       true},
      {"delivered as shipped", in_transit().all_delivered(day(0)), day(1), false},
      {"the second parcel delivered before it was shipped",
       in_transit().delivered(day(4)).shipped(day(5)).delivered(day(5) - 1s), day(6), true},
      {"the second parcel delivered before the first was shipped",
       order().shipped(day(5)).shipped(day(0)).delivered(day(3)), day(6), false},
      {"confirmed one second before shipped", in_transit().confirmed(day(0) - 1s), day(1), true},
      {"confirmed as shipped", in_transit().confirmed(day(0)), day(1), false},
      {"confirmed one second before ordered", order().ordered(day(0)).confirmed(day(0) - 1s),
       day(1), true},
      {"cancelled one second before ordered", order().ordered(day(0)).cancelled(day(0) - 1s),
       day(1), true},
      {"cancelled as ordered", order().ordered(day(0)).cancelled(day(0)), day(1), false},
      {"closes before shipment, but for the days granted",
       in_transit().closes(day(-1)).requested(day(1), 10).granted(day(1)), day(2), false},
      {"closes as granted one second before shipment",
       in_transit().closes(day(-3)).requested(day(-3), 3).granted_until(day(0) - 1s, 3, day(-3)),
       day(2), true},
      {"closes as granted at the shipment",
       in_transit().closes(day(-3)).requested(day(-3), 3).granted_until(day(0), 3, day(-3)), day(2),
       false},
      {"the dispute opened first ended after the second was opened",
       in_dispute().dispute(day(9)).dispute_cancelled(day(10) + 1s), day(13), true},
      {"a dispute recorded last but opened first, open still when the other was opened",
       in_dispute().dispute_cancelled(day(12)).dispute(day(9)), day(13), true},
      {"closes one second before shipment", in_transit().closes(day(0) - 1s), day(2), true},
      {"an extension decided before it was requested",
       in_transit().requested(day(42), 10).granted(day(42) - 1s), day(43), true},
      {"an extension decided as it was requested",
       in_transit().requested(day(42), 10).granted(day(42)), day(43), false},
      {"a dispute ended before it was opened", in_dispute().dispute_cancelled(day(10) - 1s),
       day(11), true},
      {"a dispute ended as it was opened", in_dispute().dispute_cancelled(day(10)), day(11), false},
      {"a dispute escalated before it was opened", in_dispute().escalated(day(10) - 1s), day(11),
       true},
      {"a dispute opened before the earlier one was cancelled",
       in_dispute().dispute_cancelled(day(12)).dispute(day(12) - 1s), day(13), true},
      {"a dispute opened as the earlier one was cancelled",
       in_dispute().dispute_cancelled(day(12)).dispute(day(12)), day(13), false},
      {"the seller answered before the dispute was opened",
       in_dispute().answered(SellerAnswer::refused, day(10) - 1s), day(11), true},
      {"the seller answered as the dispute was opened",
       in_dispute().answered(SellerAnswer::refused, day(10)), day(11), false},
      {"goods returned before the dispute was opened",
       in_dispute().resolved(Outcome::refunded, day(20)).returned(day(10) - 1s), day(21), true},
      {"times that are not known are not out of order", order().ordered(day(0)).shipped_some_time(),
       day(1), false},
  });
}

TEST_CASE("refusals: times later than now + 1 d") {
  check({
      {"ordered at now + 1 d", order().ordered(day(1)), day(0), false},
      {"ordered one second later", order().ordered(day(1) + 1s), day(0), true},
      {"shipped at now + 1 d", order().shipped(day(1)), day(0), false},
      {"shipped one second later", order().shipped(day(1) + 1s), day(0), true},
      {"delivered at now + 1 d", in_transit().all_delivered(day(9)), day(8), false},
      {"delivered one second later", in_transit().all_delivered(day(9) + 1s), day(8), true},
      {"confirmed at now + 1 d", in_transit().confirmed(day(9)), day(8), false},
      {"confirmed one second later", in_transit().confirmed(day(9) + 1s), day(8), true},
      {"cancelled one second later", order().cancelled(day(9) + 1s), day(8), true},
      {"extension requested one second later", in_transit().requested(day(9) + 1s, 10), day(8),
       true},
      {"extension decided one second later",
       in_transit().requested(day(8), 10).granted(day(9) + 1s), day(8), true},
      {"dispute opened at now + 1 d", in_dispute(), day(9), false},
      {"dispute opened one second later", in_dispute(), day(9) - 1s, true},
      {"dispute escalated one second later", in_dispute().escalated(day(14) + 1s), day(13), true},
      {"dispute ended one second later", in_dispute().dispute_cancelled(day(14) + 1s), day(13),
       true},
      {"evidence added one second later", in_dispute().evidence(day(14) + 1s), day(13), true},
      {"goods returned one second later",
       in_dispute().resolved(Outcome::refunded, day(12)).returned(day(14) + 1s), day(13), true},
  });
}

TEST_CASE("refusals: deadlines may be in the future") {
  check({
      {"ship-by", order().ship_by(day(90)), day(0), false},
      {"deadline", order().deadline(day(90)), day(0), false},
      {"closes", order().closes(day(90)), day(0), false},
      {"pickup by", in_transit().pickup_by(day(90)), day(1), false},
      {"a closing date granted",
       in_transit().requested(day(42), 10).granted_until(day(90), 45, day(43)), day(43), false},
      {"evidence due", in_dispute().evidence_due(day(90)), day(11), false},
      {"return by", in_dispute().resolved(Outcome::refunded, day(12)).return_by(day(90)), day(13),
       false},
  });
}

TEST_CASE("refusals: a closing date in the past is accepted, with a warning") {
  check({
      {"in transit", order().shipped(day(0)).closes(day(45)), day(100), false},
      {"not shipped", order().ordered(day(0)).closes(day(45)), day(100), false},
      {"a deadline already past too", order().shipped(day(0)).deadline(day(45)), day(100), false},
  });
  CHECK_FALSE(check_validity(order().shipped(day(0)).closes(day(45))).has_value());
}

TEST_CASE("refusals: an existing problem does not refuse the next change") {
  const Order before = order().ordered(day(0)).shipped(day(0) - 1s);
  Order after = before;
  after.title = "USB hub";
  CHECK_FALSE(check_times(&before, after, day(1)).has_value());

  after.parcels.back().delivered_at = day(0) - 2s;
  CHECK(check_times(&before, after, day(1)).has_value());

  Order corrected = before;
  corrected.parcels.back().shipped_at = day(0) - 3s;
  CHECK(check_times(&before, corrected, day(1)).has_value());
}

TEST_CASE("refusals: a deadline before the shipment, without --force") {
  struct Case {
    const char* name;
    Order order;
    bool impossible;
  };
  const std::vector<Case> cases = {
      {"one second before", order().shipped(day(10)).deadline(day(10) - 1s), true},
      {"at the shipment", order().shipped(day(10)).deadline(day(10)), false},
      {"after the shipment", order().shipped(day(10)).deadline(day(40)), false},
      {"before the last of two shipments",
       order().shipped(day(0)).shipped(day(10)).deadline(day(9)), true},
      {"not shipped", order().deadline(day(9)), false},
      {"shipping date unknown", order().shipped_some_time().deadline(day(9)), false},
      {"counted in days: never before", order().shipped(day(10)).days(0), false},
      {"no deadline", order().shipped(day(10)), false},
  };
  for (const Case& row : cases) {
    INFO(row.name);
    const auto refusal = check_validity(row.order);
    CHECK(refusal.has_value() == row.impossible);
    if (refusal) CHECK_FALSE(refusal->forceable);
  }
}

TEST_CASE("refusals: an existing time out of order is accepted, but not a second one") {
  const Order before = order().ordered(day(0)).shipped(day(3)).build();
  const Order after = order().ordered(day(0)).shipped(day(3)).shipped(day(3)).build();
  const Instant now = day(3) - 1_d - 1s;
  CHECK_FALSE(check_times(&before, before, now).has_value());
  CHECK(check_times(&before, after, now).has_value());
  CHECK_FALSE(check_times(&before, after, now + 1s).has_value());
}
