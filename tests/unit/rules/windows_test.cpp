// The windows, a second before, at and after each of their limits; see aliprotect-rules(7),
// "WINDOWS".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

std::string between(Instant from, std::optional<Instant> until) {
  return text(std::optional(Window{from, until}));
}

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

struct Row {
  const char* name;
  Order order;
  std::string window;
};

using Member = std::optional<Window> Clocks::*;

void check(const std::vector<Row>& rows, Member window, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(text(clocks_of(row.order, policy).*window) == row.window);
  }
}

}  // namespace

TEST_CASE("windows: dispute") {
  check(
      {
          {"null until shipped", order().deadline(day(45)).closes(day(60)), "none"},
          {"null while the shipping date is unknown", order().shipped_some_time().closes(day(60)),
           "none"},
          {"opens at shipped + 5 d, ends at closes", in_transit(), between(day(5), day(45))},
          {"opens 5 d after the last parcel", in_transit().shipped(day(3)),
           between(day(8), day(48))},
          {"guaranteed time of 5 days: opens when shipped",
           order().shipped(day(0)).days(5).protection_days(30), between(day(0), day(30))},
          {"guaranteed time of less than 5 days: opens when shipped",
           order().shipped(day(0)).days(2).protection_days(30), between(day(0), day(30))},
          {"guaranteed time of 6 days: opens at shipped + 5 d",
           order().shipped(day(0)).days(6).protection_days(30), between(day(5), day(30))},
          {"guaranteed time is deadline − shipped: exactly 5 days",
           order().shipped(day(0)).deadline(day(5)).closes(day(30)), between(day(0), day(30))},
          {"guaranteed time is deadline − shipped: one second more than 5 days",
           order().shipped(day(0)).deadline(day(5) + 1s).closes(day(30)), between(day(5), day(30))},
          {"guaranteed time counts from the last shipment",
           order().shipped(day(0)).shipped(day(4)).deadline(day(8)).closes(day(30)),
           between(day(4), day(30))},
          {"days take precedence over the deadline",
           order().shipped(day(0)).days(30).deadline(day(4)).closes(day(30)),
           between(day(5), day(30))},
          {"short protection is not a short guaranteed time: opens at shipped + 5 d",
           order().shipped(day(0)).protection_days(6), between(day(5), day(6))},
          {"no promise known: opens at shipped + 5 d", order().shipped(day(0)).closes(day(30)),
           between(day(5), day(30))},
          {"unknown closes: no end", order().shipped(day(0)), between(day(5), none)},
          {"null if it would end when it starts", order().shipped(day(0)).closes(day(5)), "none"},
          {"null if it would end before it starts", order().shipped(day(0)).closes(day(3)), "none"},
          {"one second long", order().shipped(day(0)).closes(day(5) + 1s),
           between(day(5), day(5) + 1s)},
          {"a granted extension moves only its end",
           in_transit().requested(day(42), 10).granted(day(43)), between(day(5), day(55))},
          {"a pending one does not", in_transit().requested(day(42), 10), between(day(5), day(45))},
          {"shown on a confirmed order too", in_transit().confirmed(day(20)),
           between(day(5), day(45))},
          {"shown on a cancelled order too", in_transit().cancelled(day(2)),
           between(day(5), day(45))},
          {"shown when all is delivered", in_transit().delivered(day(9)), between(day(5), day(45))},
          {"shown while a dispute is open", in_dispute(), between(day(5), day(45))},
          {"shown when a dispute has its outcome",
           in_dispute().resolved(Outcome::refunded, day(20)), between(day(5), day(45))},
      },
      &Clocks::dispute);
}

TEST_CASE("windows: extension, from closes − 3 d until closes − 2 d") {
  check(
      {
          {"closes − 3 d until closes − 2 d", in_transit(), between(day(42), day(43))},
          {"null until shipped", order().closes(day(60)), "none"},
          {"null while closes is unknown", order().shipped(day(0)), "none"},
          {"null while the shipping date is unknown", order().shipped_some_time().closes(day(60)),
           "none"},
          {"measured from closes, granted days included",
           in_transit().requested(day(42), 10).granted(day(43)), between(day(52), day(53))},
          {"measured from closes, not from the deadline",
           order().shipped(day(0)).days(20).protection_days(45), between(day(42), day(43))},
          {"shown on a finished order too", in_transit().confirmed(day(20)),
           between(day(42), day(43))},
      },
      &Clocks::extension);
}

TEST_CASE("windows: escalation") {
  check(
      {
          {"opened + 3 d to opened + 15 d", in_dispute(), between(day(13), day(25))},
          {"to the second", in_transit().dispute(day(10) + 3h + 1s),
           between(day(13) + 3h + 1s, day(25) + 3h + 1s)},
          {"only for a dispute", in_transit(), "none"},
          {"only for an open dispute: cancelled", in_dispute().dispute_cancelled(day(11)), "none"},
          {"only for an open dispute: resolved", in_dispute().resolved(Outcome::rejected, day(11)),
           "none"},
          {"not once escalated manually", in_dispute().escalated(day(14)), "none"},
          {"of the current dispute, the one opened last",
           in_dispute().dispute_cancelled(day(11)).dispute(day(12)), between(day(15), day(27))},
          {"with any reason", in_transit().dispute(day(10), Reason::not_as_described),
           between(day(13), day(25))},
      },
      &Clocks::escalation);
}

TEST_CASE("windows: none if the rule set ends it at its beginning or before") {
  for (const int days : {2, 3}) {
    Policy policy = policy_2016();
    policy.extension_from = Days{days - 1};
    policy.extension_until = Days{2};
    policy.escalation_opens = Days{3};
    policy.auto_escalates = Days{days};
    CAPTURE(days);
    CHECK(text(clocks_of(in_dispute(), policy).escalation) == "none");
    CHECK(text(clocks_of(in_transit(), policy).extension) == "none");
  }
}

TEST_CASE("windows: no escalation window if the rule set has only automatic escalation") {
  for (const Policy& policy : {policy_2017(), policy_2023()}) {
    CAPTURE(policy.name);
    CHECK(text(clocks_of(in_dispute(), policy).escalation) == "none");
  }
}

TEST_CASE("windows: changing the reason") {
  check(
      {
          {"from delivered to delivered + 5 d", in_dispute().all_delivered(day(14)),
           between(day(14), day(19))},
          {"from opened, if the dispute was opened after delivery",
           in_dispute().all_delivered(day(8)), between(day(10), day(13))},
          {"one second long", in_dispute().all_delivered(day(5) + 1s),
           between(day(10), day(10) + 1s)},
          {"null if it would end when it starts", in_dispute().all_delivered(day(5)), "none"},
          {"null if it would end before it starts", in_dispute().all_delivered(day(3)), "none"},
          {"not before delivery", in_dispute(), "none"},
          {"only for a not-received dispute",
           in_transit().dispute(day(10), Reason::not_as_described).all_delivered(day(14)), "none"},
          {"only for an open dispute: cancelled",
           in_dispute().all_delivered(day(14)).dispute_cancelled(day(15)), "none"},
          {"only for an open dispute: resolved",
           in_dispute().all_delivered(day(14)).resolved(Outcome::refunded, day(15)), "none"},
          {"only when all parcels have arrived",
           order().shipped(day(0)).delivered(day(14)).shipped(day(1)).days(45).dispute(day(10)),
           "none"},
          {"counted from the last parcel",
           order()
               .shipped(day(0))
               .delivered(day(16))
               .shipped(day(1))
               .delivered(day(14))
               .days(45)
               .dispute(day(10)),
           between(day(16), day(21))},
          {"also once escalated", in_dispute().escalated(day(13)).all_delivered(day(14)),
           between(day(14), day(19))},
      },
      &Clocks::reason_change);
}

TEST_CASE("windows: changing the reason has no end if the rule set has no limit") {
  for (const Policy& policy : {policy_2017(), policy_2023()}) {
    CAPTURE(policy.name);
    CHECK(text(clocks_of(in_dispute().all_delivered(day(14)), policy).reason_change) ==
          between(day(14), none));
    CHECK(text(clocks_of(in_dispute(), policy).reason_change) == "none");
  }
}

TEST_CASE("windows: all are half-open: from <= now < until") {
  const Clocks clocks = clocks_of(in_dispute().all_delivered(day(14)), policy_2016());
  for (const Member member :
       {&Clocks::dispute, &Clocks::extension, &Clocks::escalation, &Clocks::reason_change}) {
    const Window window = (clocks.*member).value();
    CAPTURE(text(std::optional(window)));
    CHECK_FALSE(window.contains(window.from - 1s));
    CHECK(window.contains(window.from));
    CHECK(window.contains(window.from + 1s));
    CHECK(window.contains(*window.until - 1s));
    CHECK_FALSE(window.contains(*window.until));
    CHECK_FALSE(window.contains(*window.until + 1s));
  }
}

TEST_CASE("windows: a window without an end contains every later instant") {
  const Window window = clocks_of(order().shipped(day(0)), policy_2016()).dispute.value();
  CHECK_FALSE(window.contains(day(5) - 1s));
  CHECK(window.contains(day(5)));
  CHECK(window.contains(day(50'000)));
}
