// The status of an order, a second before, at and after each limit; see aliprotect-rules(7),
// "STATUSES".
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
  const char* status;
};

void check(const std::vector<Row>& rows, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_string(assess(row.order, policy, row.now).status) == row.status);
  }
}

}  // namespace

TEST_CASE("status: recorded ends take precedence: cancelled, confirmed, resolved") {
  check({
      {"cancelled", order().cancelled(day(1)), day(2), "cancelled"},
      {"cancelled before confirmed", in_transit().confirmed(day(20)).cancelled(day(21)), day(30),
       "cancelled"},
      {"cancelled before resolved",
       in_dispute().resolved(Outcome::refunded, day(20)).cancelled(day(21)), day(30), "cancelled"},
      {"cancelled before an open dispute", in_dispute().cancelled(day(21)), day(22), "cancelled"},
      {"cancelled long after closes", order().cancelled(day(1)).closes(day(3)), day(100),
       "cancelled"},
      {"confirmed", in_transit().confirmed(day(20)), day(30), "confirmed"},
      {"confirmed before resolved",
       in_dispute().resolved(Outcome::rejected, day(20)).confirmed(day(21)), day(30), "confirmed"},
      {"confirmed before an open dispute", in_dispute().confirmed(day(21)), day(22), "confirmed"},
      {"confirmed long after closes", in_transit().confirmed(day(20)), day(400), "confirmed"},
      {"resolved: refunded", in_dispute().resolved(Outcome::refunded, day(20)), day(20),
       "resolved"},
      {"resolved: partly", in_dispute().resolved(Outcome::partial, day(20)), day(20), "resolved"},
      {"resolved: rejected", in_dispute().resolved(Outcome::rejected, day(20)), day(20),
       "resolved"},
      {"resolved long after closes", in_dispute().resolved(Outcome::rejected, day(20)), day(400),
       "resolved"},
      {"resolved, though the dispute was escalated",
       in_dispute().escalated(day(14)).resolved(Outcome::rejected, day(20)), day(21), "resolved"},
      {"a cancelled dispute is not an end", in_dispute().dispute_cancelled(day(20)), day(21),
       "in_transit"},
  });
}

TEST_CASE("status: an open dispute is escalated by the buyer, or at opened + 15 d") {
  check({
      {"in dispute", in_dispute(), day(10), "in_dispute"},
      {"one second before opened + 15 d", in_dispute(), day(25) - 1s, "in_dispute"},
      {"at opened + 15 d", in_dispute(), day(25), "escalated"},
      {"one second after opened + 15 d", in_dispute(), day(25) + 1s, "escalated"},
      {"manually", in_dispute().escalated(day(14)), day(14), "escalated"},
      {"an open dispute stops auto-closing", in_transit().dispute(day(44)), day(45), "in_dispute"},
      {"an open dispute stops automatic closing at any time", in_dispute(), day(400), "escalated"},
      {"delivered or not", in_dispute().all_delivered(day(12)), day(12), "in_dispute"},
      {"waiting for collection or not", in_dispute().pickup_by(day(30)), day(12), "in_dispute"},
      {"not shipped or not", order().dispute(day(10)), day(12), "in_dispute"},
      {"cancelled: it escalates no more", in_dispute().dispute_cancelled(day(24)), day(25),
       "in_transit"},
  });
}

TEST_CASE("status: auto_closed without an open dispute from closes + grace, delivered or not") {
  check({
      {"one second before closes", in_transit(), day(45) - 1s, "in_transit"},
      {"at closes", in_transit(), day(45), "auto_closed"},
      {"one second after closes", in_transit(), day(45) + 1s, "auto_closed"},
      {"delivered, one second before", in_transit().all_delivered(day(20)), day(45) - 1s,
       "delivered"},
      {"delivered, at closes", in_transit().all_delivered(day(20)), day(45), "auto_closed"},
      {"ready for pickup, one second before", in_transit().pickup_by(day(60)), day(45) - 1s,
       "ready_for_pickup"},
      {"ready for pickup, at closes", in_transit().pickup_by(day(60)), day(45), "auto_closed"},
      {"not shipped, typed closes", order().closes(day(45)), day(45), "auto_closed"},
      {"closes already past when the dispute is cancelled: the money is lost",
       in_dispute().dispute_cancelled(day(50)), day(50), "auto_closed"},
      {"a cancelled dispute restores the clock", in_dispute().dispute_cancelled(day(20)), day(45),
       "auto_closed"},
      {"… and not before", in_dispute().dispute_cancelled(day(20)), day(45) - 1s, "in_transit"},
      {"unknown closes never closes", order().shipped(day(0)), day(50'000), "in_transit"},
      {"a pending extension does not postpone closing", in_transit().requested(day(42), 10),
       day(45), "auto_closed"},
  });
}

TEST_CASE("status: otherwise delivered, ready for pickup, in transit, awaiting shipment") {
  check({
      {"delivered", in_transit().all_delivered(day(20)), day(20), "delivered"},
      {"delivered before ready for pickup", in_transit().pickup_by(day(30)).all_delivered(day(20)),
       day(21), "delivered"},
      {"delivered only when all parcels are", in_transit().delivered(day(9)).shipped(day(0)),
       day(10), "in_transit"},
      {"delivered and inspected is still delivered",
       in_transit().all_delivered(day(20)).inspected(Inspection::good), day(21), "delivered"},
      {"delivered, shipping date unknown", order().shipped_some_time().all_delivered(day(20)),
       day(21), "delivered"},
      {"ready for pickup", in_transit().pickup_by(day(30)), day(21), "ready_for_pickup"},
      {"ready for pickup, also when the pickup date has passed", in_transit().pickup_by(day(30)),
       day(31), "ready_for_pickup"},
      {"in transit", in_transit(), day(0), "in_transit"},
      {"in transit with the deadline passed", order().shipped(day(0)).days(20).protection_days(45),
       day(21), "in_transit"},
      {"in transit, shipping date unknown", order().shipped_some_time(), day(0), "in_transit"},
      {"awaiting shipment", order().ordered(day(0)), day(1), "awaiting_shipment"},
      {"awaiting shipment, also when ship-by has passed", order().ship_by(day(5)), day(6),
       "awaiting_shipment"},
      {"awaiting shipment with nothing recorded", order(), day(0), "awaiting_shipment"},
  });
}

TEST_CASE("status: facts later than now count") {
  check({
      {"a shipment", in_transit(), day(-1), "in_transit"},
      {"a delivery", in_transit().all_delivered(day(20)), day(10), "delivered"},
      {"a dispute", in_dispute(), day(5), "in_dispute"},
      {"an escalation", in_dispute().escalated(day(20)), day(12), "escalated"},
      {"an outcome", in_dispute().resolved(Outcome::refunded, day(20)), day(12), "resolved"},
      {"a cancelled dispute's end", in_dispute().dispute_cancelled(day(20)), day(12), "in_transit"},
      {"a receipt", in_transit().confirmed(day(20)), day(12), "confirmed"},
      {"a cancellation", order().cancelled(day(20)), day(12), "cancelled"},
  });
}

TEST_CASE("status: the current dispute is the one opened last") {
  auto earlier = in_dispute().dispute_cancelled(day(12)).dispute(day(15));
  check({
      {"open", earlier, day(16), "in_dispute"},
      {"counted from its own opening, before", earlier, day(30) - 1s, "in_dispute"},
      {"counted from its own opening, at", earlier, day(30), "escalated"},
      {"cancelled in its turn", OrderBuilder(earlier).dispute_cancelled(day(17)), day(18),
       "in_transit"},
      {"an earlier outcome is history",
       in_dispute().resolved(Outcome::rejected, day(12)).dispute(day(15)), day(16), "in_dispute"},
      {"last by its opening, not by its place in the record",
       in_transit().dispute(day(15)).dispute(day(10)).dispute_cancelled(day(12)), day(16),
       "in_dispute"},
  });
}

TEST_CASE("an escalation is manual, automatic or none") {
  const auto how = [](const Order& order, Instant now, const Policy& policy = policy_2016()) {
    return std::string(to_string(escalation_of(order.disputes.back(), policy, now)));
  };
  CHECK(how(in_dispute(), day(25) - 1s) == "none");
  CHECK(how(in_dispute(), day(25)) == "automatic");
  CHECK(how(in_dispute(), day(17) - 1s, policy_2017()) == "none");
  CHECK(how(in_dispute(), day(17), policy_2023()) == "automatic");
  CHECK(how(in_dispute().escalated(day(14)), day(14)) == "manual");
  CHECK(how(in_dispute().escalated(day(14)), day(100)) == "manual");
  // It is neither resolved nor cancelled at that instant.
  CHECK(how(in_dispute().dispute_cancelled(day(25)), day(100)) == "none");
  CHECK(how(in_dispute().dispute_cancelled(day(25) + 1s), day(100)) == "automatic");
  CHECK(how(in_dispute().resolved(Outcome::rejected, day(20)), day(100)) == "none");
  CHECK(how(in_dispute().resolved(Outcome::rejected, day(40)), day(100)) == "automatic");
  CHECK_FALSE(Order(in_dispute()).disputes.back().escalated_at.has_value());
}
