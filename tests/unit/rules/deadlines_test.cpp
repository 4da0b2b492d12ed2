// The deadlines of an order: which are listed, until when, and their order; see
// aliprotect-rules(7), "DEADLINES".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Guaranteed for day 30, protected until day 45.
OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }
OrderBuilder to_send_back() {
  return in_dispute()
      .want(Want::return_goods)
      .resolved(Outcome::refunded, day(20))
      .return_by(day(35));
}

struct Row {
  const char* name;
  Order order;
  Instant now;
  std::vector<Deadline> deadlines;
};

using enum DeadlineKind;

void check(const std::vector<Row>& rows, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(assess(row.order, policy, row.now).deadlines) == text(row.deadlines));
  }
}

}  // namespace

TEST_CASE("deadlines: only those ahead are listed: now < at") {
  check({
      {"ship-by, one second before", order().ship_by(day(8)), day(8) - 1s, {{ship_by, day(8)}}},
      {"ship-by, at", order().ship_by(day(8)), day(8), {}},
      {"deadline, one second before",
       in_transit(),
       day(30) - 1s,
       {{deadline, day(30)}, {closes, day(45)}}},
      {"deadline, at", in_transit(), day(30), {{closes, day(45)}}},
      {"closes, one second before", in_transit(), day(45) - 1s, {{closes, day(45)}}},
      {"closes, at", in_transit(), day(45), {}},
      {"pickup by, one second before",
       in_transit().pickup_by(day(33)),
       day(33) - 1s,
       {{pickup_by, day(33)}, {closes, day(45)}}},
      {"pickup by, at", in_transit().pickup_by(day(33)), day(33), {{closes, day(45)}}},
      {"escalates automatically, one second before",
       in_dispute(),
       day(25) - 1s,
       {{auto_escalates, day(25)}, {deadline, day(30)}}},
      {"escalates automatically, at", in_dispute(), day(25), {{deadline, day(30)}}},
      {"reason change, one second before",
       in_dispute().all_delivered(day(14)),
       day(19) - 1s,
       {{reason_change, day(19)}, {auto_escalates, day(25)}}},
      {"reason change, at",
       in_dispute().all_delivered(day(14)),
       day(19),
       {{auto_escalates, day(25)}}},
      {"evidence due, one second before",
       in_dispute().escalated(day(14)).evidence_due(day(18)),
       day(18) - 1s,
       {{evidence_due, day(18)}, {deadline, day(30)}}},
      {"evidence due, at",
       in_dispute().escalated(day(14)).evidence_due(day(18)),
       day(18),
       {{deadline, day(30)}}},
      {"return by, one second before", to_send_back(), day(35) - 1s, {{return_by, day(35)}}},
      {"return by, at", to_send_back(), day(35), {}},
  });
}

TEST_CASE("deadlines: those that no longer matter are not listed") {
  check({
      {"ship-by once shipped",
       in_transit().ship_by(day(8)),
       day(1),
       {{deadline, day(30)}, {closes, day(45)}}},
      {"ship-by once shipped, shipping date unknown",
       order().shipped_some_time().ship_by(day(8)),
       day(1),
       {}},
      {"deadline and pickup by once all is delivered",
       in_transit().pickup_by(day(33)).all_delivered(day(12)),
       day(13),
       {{closes, day(45)}}},
      {"not while a parcel is still on its way",
       in_transit().delivered(day(12)).shipped(day(0)).pickup_by(day(33)),
       day(13),
       {{deadline, day(30)}, {pickup_by, day(33)}, {closes, day(45)}}},
      {"closes while a dispute is open",
       in_dispute(),
       day(11),
       {{auto_escalates, day(25)}, {deadline, day(30)}}},
      {"closes is back when the dispute is cancelled",
       in_dispute().dispute_cancelled(day(12)),
       day(13),
       {{deadline, day(30)}, {closes, day(45)}}},
      {"automatic escalation after a manual one",
       in_dispute().escalated(day(14)),
       day(15),
       {{deadline, day(30)}}},
      {"reason change for a dispute as not described",
       in_transit().dispute(day(10), Reason::not_as_described).all_delivered(day(14)),
       day(15),
       {{auto_escalates, day(25)}}},
      {"reason change once the dispute is cancelled",
       in_dispute().all_delivered(day(14)).dispute_cancelled(day(15)),
       day(16),
       {{closes, day(45)}}},
      {"evidence due stays while the dispute is open, evidence recorded or not",
       in_dispute().evidence(day(11)).evidence_due(day(18)),
       day(12),
       {{evidence_due, day(18)}, {auto_escalates, day(25)}, {deadline, day(30)}}},
      {"evidence due stays once escalated automatically",
       in_dispute().evidence_due(day(28)),
       day(26),
       {{evidence_due, day(28)}, {deadline, day(30)}}},
      {"evidence due goes with the dispute: cancelled",
       in_dispute().evidence_due(day(18)).dispute_cancelled(day(12)),
       day(13),
       {{deadline, day(30)}, {closes, day(45)}}},
      {"evidence due goes with the dispute: resolved",
       in_dispute().evidence_due(day(18)).resolved(Outcome::rejected, day(12)),
       day(13),
       {}},
      {"return by until sent back", to_send_back().returned(day(25)), day(26), {}},
      {"return by of a rejected dispute",
       in_dispute().return_by(day(35)).resolved(Outcome::rejected, day(20)),
       day(21),
       {}},
      {"return by while the dispute is still open",
       in_dispute().return_by(day(35)),
       day(11),
       {{auto_escalates, day(25)}, {deadline, day(30)}}},
  });
}

TEST_CASE("deadlines: finished orders have none, except an outstanding return") {
  check({
      {"cancelled", order().ship_by(day(8)).cancelled(day(2)), day(3), {}},
      {"confirmed", in_transit().confirmed(day(12)), day(13), {}},
      {"auto-closed, though its deadline is ahead",
       order().shipped(day(0)).deadline(day(60)).closes(day(45)),
       day(50),
       {}},
      {"auto-closed, though its pickup by is ahead", in_transit().pickup_by(day(60)), day(50), {}},
      {"resolved", in_dispute().resolved(Outcome::refunded, day(20)), day(21), {}},
      {"resolved, a return still to be sent", to_send_back(), day(21), {{return_by, day(35)}}},
      {"resolved, a return without a date to be sent",
       in_dispute().want(Want::return_goods).resolved(Outcome::refunded, day(20)),
       day(21),
       {}},
      {"a return, but the order was cancelled", to_send_back().cancelled(day(21)), day(22), {}},
      {"a return, but the receipt was confirmed", to_send_back().confirmed(day(21)), day(22), {}},
  });
}

TEST_CASE("deadlines: the store saves at most the outstanding return of a finished order") {
  const auto kept = [](const Order& order) {
    return schedule_of(order, clocks_of(order, policy_2016())).size();
  };
  CHECK(kept(to_send_back()) == 1);
  CHECK(kept(to_send_back().returned(day(25))) == 0);
  CHECK(kept(to_send_back().cancelled(day(21))) == 0);
  CHECK(kept(to_send_back().confirmed(day(21))) == 0);
  CHECK(kept(in_transit().pickup_by(day(60)).confirmed(day(12))) == 0);
  CHECK(kept(order().ship_by(day(8)).cancelled(day(2))) == 0);
}

TEST_CASE("deadlines: the opening of the dispute window or the escalation is not a deadline") {
  check({
      {"before the dispute window opens",
       in_transit(),
       day(1),
       {{deadline, day(30)}, {closes, day(45)}}},
      {"before the escalation opens",
       in_dispute(),
       day(11),
       {{auto_escalates, day(25)}, {deadline, day(30)}}},
      {"inside the extension window", in_transit(), day(42), {{closes, day(45)}}},
  });
}

TEST_CASE("deadlines: soonest first, and both deadline and closes at the same instant") {
  check({
      {"the same instant",
       order().shipped(day(0)).days(45),
       day(1),
       {{deadline, day(45)}, {closes, day(45)}}},
      {"all of an order not shipped",
       order().closes(day(60)).deadline(day(45)).ship_by(day(8)).pickup_by(day(50)),
       day(1),
       {{ship_by, day(8)}, {deadline, day(45)}, {pickup_by, day(50)}, {closes, day(60)}}},
      {"closes before the deadline",
       order().shipped(day(0)).deadline(day(60)).closes(day(45)),
       day(1),
       {{closes, day(45)}, {deadline, day(60)}}},
      {"closes moved by a grant, the deadline not",
       in_transit().requested(day(20), 10).granted(day(21)),
       day(22),
       {{deadline, day(30)}, {closes, day(55)}}},
      {"nothing known, nothing listed", order().shipped(day(0)), day(1), {}},
  });
}

TEST_CASE("deadlines: changing the reason has none if the rule set has no limit") {
  check({{"delivered in a dispute",
          in_dispute().all_delivered(day(14)),
          day(15),
          {{auto_escalates, day(17)}}}},
        policy_2017());
}

TEST_CASE("deadlines: automatic escalation follows the rule set") {
  check({{"7 days, one second before",
          in_dispute(),
          day(17) - 1s,
          {{auto_escalates, day(17)}, {deadline, day(30)}}},
         {"7 days, at", in_dispute(), day(17), {{deadline, day(30)}}}},
        policy_2023());
}
