// Completion, what the carrier and the site say, and what remains after it; see
// aliprotect-rules(7), "COMPLETION" and "NEXT STEP".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Deadline and closes on day 90.
OrderBuilder in_transit() { return order().ordered(day(-2)).shipped(day(0)).days(90); }

struct Row {
  const char* name;
  Policy policy;
  Order order;
  Instant now;
  const char* status;
  const char* action;
  std::optional<Instant> by;
  const char* urgency;
  const char* deadlines;  ///< the kinds ahead, soonest first
  bool at_risk;
};

std::string kinds_of(const std::vector<Deadline>& deadlines) {
  std::string kinds;
  for (const Deadline& deadline : deadlines) {
    kinds += (kinds.empty() ? "" : " ") + std::string(to_string(deadline.kind));
  }
  return kinds;
}

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    INFO(row.name);
    const Protection protection = assess(row.order, row.policy, row.now);
    CAPTURE(protection.next_step.why);
    CHECK(to_string(protection.status) == row.status);
    CHECK(to_string(protection.next_step.action) == row.action);
    CHECK(text(protection.next_step.by) == text(row.by));
    CHECK(to_string(protection.next_step.urgency) == row.urgency);
    CHECK(kinds_of(protection.deadlines) == row.deadlines);
    CHECK(protection.at_risk == row.at_risk);
  }
}

std::string text(const std::optional<Completion>& completion) {
  if (!completion) return "none";
  return std::string(to_string(completion->source)) + " " +
         testing::text(std::optional(completion->at));
}

}  // namespace

TEST_CASE("completion: the earliest of confirmation, the site, delivery and closes") {
  const auto of = [](const Order& order, const Policy& policy) {
    return text(clocks_of(order, policy).completion);
  };
  const std::string at_20 = testing::text(std::optional(day(20)));
  const std::string at_90 = testing::text(std::optional(day(90)));
  for (const Policy& policy : {policy_2016(), policy_2017(), policy_2023(), policy_2024()}) {
    CAPTURE(policy.name);
    CHECK(of(in_transit(), policy) == "closes " + at_90);
    CHECK(of(in_transit().confirmed(day(20)), policy) == "confirmed " + at_20);
    CHECK(of(in_transit().completed(day(20)), policy) == "completed " + at_20);
    CHECK(of(in_transit().completed(day(20)).confirmed(day(20)), policy) == "confirmed " + at_20);
    CHECK(of(in_transit().noticed(day(20)), policy) == "closes " + at_90);
    CHECK(of(order(), policy) == "none");
  }
  CHECK(of(in_transit().all_delivered(day(20)), policy_2016()) == "closes " + at_90);
  CHECK(of(in_transit().all_delivered(day(20)), policy_2024()) == "delivery " + at_20);
  CHECK(of(in_transit().claimed(day(20)), policy_2024()) == "delivery " + at_20);
  CHECK(of(in_transit().claimed(day(20)).delivered(day(22)), policy_2024()) == "delivery " + at_20);
  CHECK(of(in_transit().claimed(day(22)).delivered(day(20)), policy_2024()) == "delivery " + at_20);
  CHECK(of(in_transit().claimed(day(20)).shipped(day(0)), policy_2024()) == "closes " + at_90);
  CHECK(of(in_transit().all_delivered(day(20)).completed(day(20)), policy_2024()) ==
        "completed " + at_20);
}

TEST_CASE("completion: the dispute window ends 15 days after it") {
  const auto until = [](const Order& order, const Policy& policy) {
    return text(clocks_of(order, policy).last_chance);
  };
  CHECK(until(in_transit().all_delivered(day(20)), policy_2016()) == text(day(90)));
  CHECK(until(in_transit().confirmed(day(20)), policy_2016()) == text(day(90)));
  CHECK(until(in_transit().completed(day(20)), policy_2016()) == text(day(20)));
  for (const Policy& policy : {policy_2017(), policy_2023(), policy_2024()}) {
    CAPTURE(policy.name);
    CHECK(until(in_transit(), policy) == text(day(105)));
    CHECK(until(in_transit().all_delivered(day(20)), policy) == text(day(35)));
    CHECK(until(in_transit().claimed(day(20)), policy) == text(day(35)));
    CHECK(until(in_transit().completed(day(22)), policy) == text(day(37)));
    CHECK(until(in_transit().confirmed(day(21)), policy) == text(day(36)));
    CHECK(until(in_transit().requested(day(40), 10).granted(day(41)).all_delivered(day(20)),
                policy) == text(day(35)));
  }
}

TEST_CASE("completion: it never changes closes or the extension window") {
  const Clocks plain = clocks_of(in_transit(), policy_2024());
  const Clocks completed =
      clocks_of(in_transit().claimed(day(20)).completed(day(21)), policy_2024());
  CHECK(completed.closes == plain.closes);
  CHECK(completed.closes_source == plain.closes_source);
  CHECK(completed.extension == plain.extension);
}

TEST_CASE("not received: opens at the deadline if all parcels on their way can be tracked") {
  const auto window = [](const Order& order, const Policy& policy = policy_2024()) {
    return text(clocks_of(order, policy).dispute);
  };
  const std::string to_105 = " .. " + text(std::optional(day(105)));
  CHECK(window(in_transit()) == text(day(90)) + to_105);
  CHECK(window(in_transit(), policy_2023()) == text(day(10)) + to_105);
  CHECK(window(in_transit().no_tracking()) == text(day(10)) + to_105);
  CHECK(window(in_transit().untracked()) == text(day(10)) + to_105);
  CHECK(window(in_transit().shipped(day(0)).no_tracking()) == text(day(10)) + to_105);
  CHECK(window(in_transit().no_tracking().delivered(day(20)).shipped(day(0))) ==
        text(day(90)) + to_105);
  CHECK(window(in_transit().claimed(day(20))) == text(day(20)) + " .. " + text(day(35)));
  CHECK(window(in_transit().delivered(day(20))) == text(day(10)) + " .. " + text(day(35)));
  CHECK(window(order().shipped(day(0)).days(4).protection_days(60)) ==
        text(day(4)) + " .. " + text(day(75)));
  CHECK(window(order().shipped(day(0)).closes(day(60))) == text(day(60)) + " .. " + text(day(75)));
  CHECK(window(order().shipped(day(0))) == text(day(10)) + " .. none");
  CHECK(window(order().shipped_some_time().closes(day(60))) == "none");
  const Clocks clocks = clocks_of(in_transit(), policy_2024());
  CHECK(text(clocks.dispute_after_shipment) == text(day(10)) + to_105);
}

TEST_CASE("the seller's time to answer counts from the request or its last amendment") {
  const auto window = [](const Order& order, const Policy& policy = policy_2017()) {
    return text(clocks_of(order, policy).seller_answer);
  };
  const OrderBuilder disputed = in_transit().dispute(day(20));
  CHECK(window(disputed) == text(day(20)) + " .. " + text(day(25)));
  CHECK(window(disputed, policy_2016()) == "none");
  CHECK(window(OrderBuilder(disputed).amended(day(23))) == text(day(23)) + " .. " + text(day(28)));
  CHECK(window(OrderBuilder(disputed).answered(SellerAnswer::refused, day(22))) ==
        text(day(20)) + " .. " + text(day(25)));
  CHECK(window(OrderBuilder(disputed).escalated(day(24))) == "none");
  CHECK(window(OrderBuilder(disputed).dispute_cancelled(day(24))) == "none");
  CHECK(window(in_transit()) == "none");
}

TEST_CASE("delivery completes an order: 10b and 11b") {
  const OrderBuilder come = in_transit().all_delivered(day(20));
  const OrderBuilder bad = OrderBuilder(come).inspected(Inspection::bad);
  const OrderBuilder good = OrderBuilder(come).inspected(Inspection::good);
  check({
      {"2016: safe until closes", policy_2016(), come, day(34), "delivered", "inspect", day(90),
       "soon", "closes", true},
      {"11b: at delivery", policy_2024(), come, day(20), "delivered", "inspect", day(35), "routine",
       "closes", true},
      {"11b: one second before the last 5 d", policy_2024(), come, day(30) - 1s, "delivered",
       "inspect", day(35), "routine", "closes", true},
      {"11b: in the last 5 d", policy_2024(), come, day(30), "delivered", "inspect", day(35),
       "soon", "closes", true},
      {"11b: in the last 2 d", policy_2024(), come, day(33), "delivered", "inspect", day(35),
       "critical", "closes", true},
      {"at the end", policy_2024(), come, day(35), "auto_closed", "none", none, "none", "", false},
      {"10b: bad goods", policy_2024(), bad, day(33) - 1s, "delivered", "open_dispute", day(35),
       "soon", "closes", true},
      {"10b: in the last 2 d", policy_2024(), bad, day(33), "delivered", "open_dispute", day(35),
       "critical", "closes", true},
      {"good goods keep row 12", policy_2024(), good, day(33), "delivered", "confirm", day(35),
       "routine", "closes", true},
      {"good goods, one second before the site completed", policy_2024(),
       OrderBuilder(good).completed(day(25)), day(25) - 1s, "delivered", "confirm", day(35),
       "routine", "closes", true},
      {"good goods, completed by the site: done", policy_2024(),
       OrderBuilder(good).completed(day(25)), day(25), "delivered", "none", none, "none", "",
       false},
      {"completed by the site, not inspected: not done", policy_2024(),
       OrderBuilder(come).completed(day(25)), day(25), "delivered", "inspect", day(35), "routine",
       "closes", true},
  });
}

TEST_CASE("confirming is not final where disputes are possible afterwards") {
  const OrderBuilder confirmed = in_transit().confirmed(day(20));
  const OrderBuilder reopened = OrderBuilder(confirmed).dispute(day(22), Reason::not_as_described);
  check({
      {"2016: final", policy_2016(), confirmed, day(21), "confirmed", "none", none, "none", "",
       false},
      {"2016: a later dispute does not matter", policy_2016(), reopened, day(23), "confirmed",
       "none", none, "none", "", false},
      {"unfinished: inspect", policy_2017(), confirmed, day(21), "confirmed", "inspect", day(35),
       "routine", "closes", true},
      {"unfinished: one second before the end", policy_2017(), confirmed, day(35) - 1s, "confirmed",
       "inspect", day(35), "critical", "closes", true},
      {"at the end: finished", policy_2017(), confirmed, day(35), "confirmed", "none", none, "none",
       "", false},
      {"unfinished: bad goods", policy_2024(), OrderBuilder(confirmed).inspected(Inspection::bad),
       day(21), "confirmed", "open_dispute", day(35), "soon", "closes", true},
      {"good goods: finished", policy_2024(), OrderBuilder(confirmed).inspected(Inspection::good),
       day(21), "confirmed", "none", none, "none", "", false},
      {"without a shipping date there is no window", policy_2024(),
       order().shipped_some_time().closes(day(90)).confirmed(day(20)), day(21), "confirmed", "none",
       none, "none", "", false},
      {"a dispute opened after it decides", policy_2024(), reopened, day(23), "in_dispute",
       "add_evidence", day(29), "soon", "auto_escalates deadline", true},
      {"… at the same second", policy_2024(),
       OrderBuilder(confirmed).dispute(day(20), Reason::not_as_described), day(21), "in_dispute",
       "add_evidence", day(27), "soon", "auto_escalates deadline", true},
      {"… a second before it: confirmed", policy_2024(),
       OrderBuilder(confirmed).dispute(day(20) - 1s, Reason::not_as_described), day(21),
       "confirmed", "none", none, "none", "", false},
      {"… cancelled: confirmed again, and unfinished", policy_2024(),
       OrderBuilder(reopened).dispute_cancelled(day(24)), day(25), "confirmed", "inspect", day(35),
       "routine", "closes", true},
      {"… resolved", policy_2024(), OrderBuilder(reopened).resolved(Outcome::refunded, day(24)),
       day(25), "resolved", "none", none, "none", "", false},
      {"… rejected: no chargeback after confirming", policy_2024(),
       OrderBuilder(reopened).resolved(Outcome::rejected, day(24)), day(25), "resolved", "none",
       none, "none", "", false},
  });
}

TEST_CASE("the carrier's word is a claim: 13b") {
  const OrderBuilder claimed = in_transit().claimed(day(20));
  const OrderBuilder one_of_two = OrderBuilder(claimed).shipped(day(0));
  check({
      {"2016: until closes", policy_2016(), claimed, day(21), "in_transit", "check_delivery",
       day(90), "soon", "deadline closes", true},
      {"2016: critical in the last 2 d", policy_2016(), claimed, day(88), "in_transit",
       "check_delivery", day(90), "critical", "deadline closes", true},
      {"2024: by the window's end", policy_2024(), claimed, day(21), "in_transit", "check_delivery",
       day(35), "soon", "closes deadline", true},
      {"2024: one second before the last 2 d", policy_2024(), claimed, day(33) - 1s, "in_transit",
       "check_delivery", day(35), "soon", "closes deadline", true},
      {"2024: critical in the last 2 d", policy_2024(), claimed, day(33), "in_transit",
       "check_delivery", day(35), "critical", "closes deadline", true},
      {"2024: lost at the end, and the bank remains", policy_2024(), claimed, day(35),
       "auto_closed", "ask_bank", day(210), "soon", "chargeback", false},
      {"ready for pickup", policy_2024(), OrderBuilder(claimed).pickup_by(day(30)), day(21),
       "ready_for_pickup", "check_delivery", day(35), "soon", "pickup_by closes deadline", true},
      {"one of two parcels: not this row", policy_2024(), one_of_two, day(21), "in_transit",
       "wait_for_delivery", day(86), "routine", "deadline closes", true},
      {"one claimed, one delivered", policy_2024(), OrderBuilder(one_of_two).delivered(day(22)),
       day(23), "in_transit", "check_delivery", day(37), "soon", "closes deadline", true},
      {"received after all", policy_2024(), OrderBuilder(claimed).delivered(day(22)), day(23),
       "delivered", "inspect", day(35), "routine", "closes", true},
      {"the notice makes it critical", policy_2024(), in_transit().noticed(day(30)), day(30),
       "in_transit", "check_delivery", day(90), "critical", "deadline closes", true},
      {"one second before the notice", policy_2024(), in_transit().noticed(day(30)), day(30) - 1s,
       "in_transit", "check_delivery", day(90), "soon", "deadline closes", true},
      {"completed by the site", policy_2024(), in_transit().completed(day(30)), day(31),
       "in_transit", "check_delivery", day(45), "soon", "closes deadline", true},
      {"not shipped, but completed", policy_2024(), order().ordered(day(0)).completed(day(30)),
       day(31), "awaiting_shipment", "check_delivery", day(45), "soon", "closes", true},
      {"not shipped, but completed: the end", policy_2024(),
       order().ordered(day(0)).completed(day(30)), day(45), "auto_closed", "none", none, "none", "",
       false},
      {"without any end: no `by`", policy_2016(), order().shipped(day(0)).claimed(day(20)), day(21),
       "in_transit", "check_delivery", none, "soon", "", true},
  });
  const std::string why = assess(one_of_two, policy_2024(), day(21)).next_step.why;
  CHECK(why.find("carrier reports delivery of another parcel") != std::string::npos);
}

TEST_CASE("no shipment or no number for days: 16a and 22a") {
  const OrderBuilder unshipped = order().ordered(day(0));
  const OrderBuilder unnumbered = OrderBuilder(unshipped).shipped(day(3)).no_tracking().days(60);
  check({
      {"16a: one second before", policy_2024(), unshipped, day(7) - 1s, "awaiting_shipment",
       "wait_for_shipment", none, "routine", "", true},
      {"16a", policy_2024(), unshipped, day(7), "awaiting_shipment", "contact_seller", day(7),
       "soon", "", true},
      {"16a: not in 2016", policy_2016(), unshipped, day(30), "awaiting_shipment",
       "wait_for_shipment", none, "routine", "", true},
      {"16a: not with a ship-by", policy_2024(), OrderBuilder(unshipped).ship_by(day(20)), day(8),
       "awaiting_shipment", "wait_for_shipment", day(20), "routine", "ship_by", true},
      {"16a: not without an order date", policy_2024(), order(), day(30), "awaiting_shipment",
       "wait_for_shipment", none, "routine", "", true},
      {"22a: one second before", policy_2024(), unnumbered, day(7) - 1s, "in_transit",
       "wait_for_delivery", day(13), "routine", "deadline closes", true},
      {"22a", policy_2024(), unnumbered, day(7), "in_transit", "contact_seller", day(7), "soon",
       "deadline closes", true},
      {"22a: not in 2016", policy_2016(), unnumbered, day(7), "in_transit", "wait_for_delivery",
       day(8), "routine", "deadline closes", true},
      {"22a: not if one is marked untracked", policy_2024(), OrderBuilder(unnumbered).untracked(),
       day(7), "in_transit", "wait_for_delivery", day(13), "routine", "deadline closes", true},
      {"22a: not if one has a number", policy_2024(), OrderBuilder(unnumbered).shipped(day(3)),
       day(7), "in_transit", "wait_for_delivery", day(13), "routine", "deadline closes", true},
      {"22a: after row 19, once a dispute is possible", policy_2024(), unnumbered, day(13),
       "in_transit", "open_dispute", day(63), "soon", "deadline closes", true},
  });
}

TEST_CASE("a window that opens at the deadline: 13, 17, 22 and 23") {
  const OrderBuilder longer = order().shipped(day(0)).days(40).protection_days(60);
  check({
      {"23: the earlier of window and closes − 4 d", policy_2024(), longer, day(39), "in_transit",
       "wait_for_delivery", day(40), "routine", "deadline closes", true},
      {"18: from the deadline on", policy_2024(), longer, day(40), "in_transit", "open_dispute",
       day(60), "soon", "closes", true},
      {"23: closes − 4 d before the window", policy_2024(), in_transit(), day(86) - 1s,
       "in_transit", "wait_for_delivery", day(86), "routine", "deadline closes", true},
      {"22: without a window", policy_2024(), in_transit(), day(86), "in_transit", "check_tracking",
       day(87), "soon", "deadline closes", true},
      {"20: as always", policy_2024(), in_transit(), day(87), "in_transit", "request_extension",
       day(88), "soon", "deadline closes", true},
      {"17: not at closes − 2 d, so 22 with closes", policy_2024(), in_transit(), day(88),
       "in_transit", "check_tracking", day(90), "soon", "deadline closes", true},
      {"22: one second before closes", policy_2024(), in_transit(), day(90) - 1s, "in_transit",
       "check_tracking", day(90), "soon", "deadline closes", true},
      {"17: from closes on", policy_2024(), in_transit(), day(90), "in_transit", "open_dispute",
       day(105), "critical", "closes", true},
      {"17: two days before closes in 2023", policy_2023(), in_transit(), day(88), "in_transit",
       "open_dispute", day(90), "critical", "deadline closes", true},
      {"13: closes before pickup by", policy_2016(), in_transit().pickup_by(day(95)), day(80),
       "ready_for_pickup", "collect", day(90), "soon", "deadline closes pickup_by", true},
  });
}

TEST_CASE("the seller did not answer: 4b") {
  const OrderBuilder disputed = in_transit().dispute(day(20)).evidence(day(20));
  check({
      {"one second before", policy_2024(), disputed, day(25) - 1s, "in_dispute", "wait_for_seller",
       day(27), "routine", "auto_escalates deadline", true},
      {"4b", policy_2024(), disputed, day(25), "in_dispute", "check_refund", day(27), "soon",
       "auto_escalates deadline", true},
      {"4b: before row 5", policy_2024(), in_transit().dispute(day(20)), day(25), "in_dispute",
       "check_refund", day(27), "soon", "auto_escalates deadline", true},
      {"an amendment starts it again", policy_2024(), OrderBuilder(disputed).amended(day(22)),
       day(26), "in_dispute", "wait_for_seller", day(27), "routine", "auto_escalates deadline",
       true},
      {"an answer", policy_2024(), OrderBuilder(disputed).seller(SellerAnswer::refused), day(25),
       "in_dispute", "wait_for_seller", day(27), "routine", "auto_escalates deadline", true},
      {"rows 1 to 3 first", policy_2024(), OrderBuilder(disputed).all_delivered(day(24)), day(25),
       "in_dispute", "inspect_and_close", none, "critical", "auto_escalates", true},
      {"not in 2016", policy_2016(), disputed, day(25), "in_dispute", "escalate", day(35), "soon",
       "auto_escalates deadline", true},
  });
}

TEST_CASE("a return has a limit, and a loss leaves the bank: 8 and 24") {
  const OrderBuilder to_return = in_transit()
                                     .all_delivered(day(20))
                                     .dispute(day(21), Reason::not_as_described)
                                     .want(Want::return_goods)
                                     .resolved(Outcome::refunded, day(25));
  const OrderBuilder rejected = in_transit().dispute(day(91)).resolved(Outcome::rejected, day(100));
  check({
      {"8: 10 days by default", policy_2024(), to_return, day(26), "resolved", "send_back", day(35),
       "soon", "return_by", false},
      {"8: critical in the last 2 d", policy_2024(), to_return, day(33), "resolved", "send_back",
       day(35), "critical", "return_by", false},
      {"8: a typed date counts", policy_2024(), OrderBuilder(to_return).return_by(day(40)), day(26),
       "resolved", "send_back", day(40), "soon", "return_by", false},
      {"8: no default in 2016", policy_2016(), to_return, day(26), "resolved", "send_back", none,
       "soon", "", false},
      {"8: sent back", policy_2024(), OrderBuilder(to_return).returned(day(30)), day(31),
       "resolved", "none", none, "none", "", false},
      {"24: closed without delivery", policy_2024(), in_transit(), day(105), "auto_closed",
       "ask_bank", day(210), "soon", "chargeback", false},
      {"24: one second before the last 7 d", policy_2024(), in_transit(), day(203) - 1s,
       "auto_closed", "ask_bank", day(210), "soon", "chargeback", false},
      {"24: in the last 7 d", policy_2024(), in_transit(), day(203), "auto_closed", "ask_bank",
       day(210), "critical", "chargeback", false},
      {"24: at its end", policy_2024(), in_transit(), day(210), "auto_closed", "none", none, "none",
       "", false},
      {"24: rejected", policy_2024(), rejected, day(101), "resolved", "ask_bank", day(210), "soon",
       "chargeback", false},
      {"24: bad goods", policy_2024(),
       in_transit().all_delivered(day(20)).inspected(Inspection::bad), day(35), "auto_closed",
       "ask_bank", day(210), "soon", "chargeback", false},
      {"24: from closes without the granted days", policy_2024(),
       order().shipped(day(0)).closes(day(60)).requested(day(50), 10).granted(day(51)), day(85),
       "auto_closed", "ask_bank", day(180), "soon", "chargeback", false},
      {"24: not in 2023", policy_2023(), in_transit(), day(105), "auto_closed", "none", none,
       "none", "", false},
  });
}
