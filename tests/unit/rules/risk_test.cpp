// Orders whose money can still be lost, and orders that `list` shows, and until when.
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder refunded() {
  return in_transit().dispute(day(10)).resolved(Outcome::refunded, day(20));
}
OrderBuilder to_send_back() { return refunded().want(Want::return_goods); }

struct Row {
  const char* name;
  Order order;
  Instant now;
  bool at_risk;
  bool open;
  std::optional<Instant> open_until;
};

}  // namespace

TEST_CASE("money is at risk unless confirmed, resolved, cancelled or automatically closed") {
  const std::vector<Row> rows = {
      {"awaiting shipment", order(), day(1), true, true, none},
      {"awaiting shipment, closes typed", order().closes(day(45)), day(1), true, true, day(45)},
      {"in transit, one second before closes", in_transit(), day(45) - 1s, true, true, day(45)},
      {"auto-closed", in_transit(), day(45), false, false, day(45)},
      {"ready for pickup", in_transit().pickup_by(day(20)), day(12), true, true, day(45)},
      {"delivered", in_transit().all_delivered(day(12)), day(12), true, true, day(45)},
      {"in dispute: it does not close automatically", in_transit().dispute(day(10)), day(44), true,
       true, none},
      {"escalated", in_transit().dispute(day(10)), day(60), true, true, none},
      {"resolved", refunded(), day(21), false, false, first_instant},
      {"resolved: rejected", in_transit().dispute(day(10)).resolved(Outcome::rejected, day(20)),
       day(21), false, false, first_instant},
      {"confirmed", in_transit().confirmed(day(12)), day(12), false, false, first_instant},
      {"cancelled", order().cancelled(day(3)), day(3), false, false, first_instant},
      {"a resolved order with a return outstanding stays in list", to_send_back(), day(21), false,
       true, none},
      {"… by its return-by too", refunded().return_by(day(30)), day(31), false, true, none},
      {"… until sent back", to_send_back().returned(day(25)), day(26), false, false, first_instant},
      {"a cancelled order has no return to send", to_send_back().cancelled(day(21)), day(22), false,
       false, first_instant},
      {"a confirmed order has no return to send", to_send_back().confirmed(day(21)), day(22), false,
       false, first_instant},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Protection protection = assess(row.order, policy_2016(), row.now);
    CHECK(protection.at_risk == row.at_risk);
    CHECK(is_finished(protection.status) != row.at_risk);
    CHECK(is_open(row.order, protection.clocks, protection.status, row.now) == row.open);
    CHECK(text(open_until(row.order, protection.clocks)) == text(row.open_until));
  }
}

TEST_CASE("when a return is outstanding") {
  CHECK(return_outstanding(to_send_back()));
  CHECK(return_outstanding(refunded().return_by(day(30))));
  CHECK(return_outstanding(
      in_transit().dispute(day(10)).resolved(Outcome::partial, day(20)).return_by(day(30))));

  CHECK_FALSE(return_outstanding(order()));
  CHECK_FALSE(return_outstanding(in_transit().dispute(day(10)).want(Want::return_goods)));
  CHECK_FALSE(return_outstanding(
      in_transit().dispute(day(10)).want(Want::return_goods).dispute_cancelled(day(12))));
  CHECK_FALSE(return_outstanding(refunded()));
  CHECK_FALSE(return_outstanding(refunded().want(Want::partial)));
  CHECK_FALSE(return_outstanding(to_send_back().returned(day(25))));
  CHECK_FALSE(return_outstanding(refunded().return_by(day(30)).returned(day(25))));
  // A partial refund where the buyer wanted to return the goods, but without a return-by: no return
  // is needed.
  CHECK_FALSE(return_outstanding(
      in_transit().dispute(day(10)).want(Want::return_goods).resolved(Outcome::partial, day(20))));
  // A rejected dispute needs no return, whatever was requested.
  CHECK_FALSE(return_outstanding(in_transit()
                                     .dispute(day(10))
                                     .want(Want::return_goods)
                                     .return_by(day(30))
                                     .resolved(Outcome::rejected, day(20))));
  // The outcome of an earlier dispute does not count.
  CHECK_FALSE(return_outstanding(to_send_back().dispute(day(22))));
}

TEST_CASE("money is at risk until closes + grace") {
  CHECK(assess(in_transit(), policy_2017(), day(60) - 1s).at_risk);
  CHECK_FALSE(assess(in_transit(), policy_2017(), day(60)).at_risk);
  CHECK(text(open_until(in_transit(), clocks_of(in_transit(), policy_2017()))) == text(day(60)));
}
