// Next steps, rows 17 to 25: in transit, closed, anything else. The first match wins.
#include "unit/rules/step_rows.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Deadline and closes are day 45; the dispute window opens on day 5.
OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
/// Guaranteed for day 30, protected until day 60.
OrderBuilder promised() { return order().shipped(day(0)).days(30).protection_days(60); }

}  // namespace

TEST_CASE("next step, row 17: dispute window open, closes − 2 d <= now") {
  check_steps({
      {"one second before closes − 2 d: row 20", in_transit(), day(43) - 1s, "request_extension",
       day(43), "soon"},
      {"at closes − 2 d", in_transit(), day(43), "open_dispute", day(45), "critical"},
      {"one second before closes", in_transit(), day(45) - 1s, "open_dispute", day(45), "critical"},
      {"at closes: not this row", in_transit(), day(45), "none", none, "none"},
      {"before row 18: the deadline passed too", promised(), day(58), "open_dispute", day(60),
       "critical"},
      {"before row 19: untracked too", in_transit().untracked(), day(43), "open_dispute", day(45),
       "critical"},
      {"before row 21: an extension is pending", in_transit().requested(day(42), 10), day(43),
       "open_dispute", day(45), "critical"},
      {"an extension is granted: not this row",
       in_transit().requested(day(42), 10).granted(day(43)), day(44), "wait_for_delivery", day(51),
       "routine"},
      {"a cancelled dispute: this row again",
       in_transit().dispute(day(40)).dispute_cancelled(day(43)), day(44), "open_dispute", day(45),
       "critical"},
  });
}

TEST_CASE("next step, row 17: closes − 2 d <= now before the dispute window opens") {
  // Closes on day 6; the window opens on day 5, after closes − 2 d.
  const Order short_protection = order().shipped(day(0)).days(20).protection_days(6);
  check_steps({
      {"one second before closes − 2 d: row 20 does not ask for a window", short_protection,
       day(4) - 1s, "request_extension", day(4), "soon"},
      {"at closes − 2 d: from = when it opens", short_protection, day(4), "open_dispute", day(6),
       "critical", day(5)},
      {"one second before it opens", short_protection, day(5) - 1s, "open_dispute", day(6),
       "critical", day(5)},
      {"as it opens: nothing to wait for", short_protection, day(5), "open_dispute", day(6),
       "critical"},
      {"untracked before the window opens: no exception for row 19", promised().untracked(), day(4),
       "wait_for_delivery", day(5), "routine"},
      {"no window at all: not this row", order().shipped(day(0)).days(20).protection_days(5),
       day(4), "wait_for_delivery", day(1), "routine"},
  });
}

TEST_CASE("next step, row 18: dispute window open, deadline + granted days passed") {
  check_steps({
      {"one second before the deadline", promised(), day(30) - 1s, "wait_for_delivery", day(56),
       "routine"},
      {"at the deadline", promised(), day(30), "open_dispute", day(60), "soon"},
      {"one second before closes − 2 d", promised(), day(58) - 1s, "open_dispute", day(60), "soon"},
      {"waits for the granted days: one second before",
       promised().requested(day(25), 10).granted(day(26)), day(40) - 1s, "wait_for_delivery",
       day(66), "routine"},
      {"waits for the granted days: at", promised().requested(day(25), 10).granted(day(26)),
       day(40), "open_dispute", day(70), "soon"},
      {"a pending request is not waited for", promised().requested(day(25), 10), day(30),
       "open_dispute", day(60), "soon"},
      {"a declined request is not waited for", promised().requested(day(25), 10).declined(day(26)),
       day(30), "open_dispute", day(60), "soon"},
      {"a closing date granted: the days are waited for",
       promised().requested(day(25), 7).granted_until(day(66) + 9h, 7, day(26)), day(37),
       "open_dispute", day(66) + 9h, "soon"},
      {"before row 20: in the extension window", promised(), day(57), "open_dispute", day(60),
       "soon"},
      {"before row 22", promised(), day(56), "open_dispute", day(60), "soon"},
      {"a short promise: the window is open from the shipment",
       order().shipped(day(0)).days(3).protection_days(60), day(3), "open_dispute", day(60),
       "soon"},
      {"no deadline known: not this row", order().shipped(day(0)).protection_days(60), day(50),
       "wait_for_delivery", day(56), "routine"},
      {"all but one parcel delivered: in transit still",
       promised().delivered(day(9)).shipped(day(0)), day(30), "open_dispute", day(60), "soon"},
  });
}

TEST_CASE("next step: rows 18, 19 and 22 need an open dispute window, unlike row 17") {
  // With 2017 the window opens on day 10.
  const auto quick = [](int days) {
    return order().shipped(day(0)).days(days).protection_days(30);
  };
  check_steps({{"18: the deadline passed one second before it opens", quick(8), day(10) - 1s,
                "wait_for_delivery", day(10), "routine"},
               {"18: as it opens", quick(8), day(10), "open_dispute", day(30), "soon"},
               {"19: untracked one second before it opens", quick(20).untracked(), day(10) - 1s,
                "wait_for_delivery", day(10), "routine"},
               {"19: as it opens", quick(20).untracked(), day(10), "open_dispute", day(30), "soon"},
               {"22: closes within 4 d one second before it opens",
                order().shipped(day(0)).days(20).protection_days(13).requested(day(1), 1),
                day(10) - 1s, "wait_for_delivery", day(10), "routine"},
               {"17: closes − 2 d long passed", order().shipped(day(0)).days(20).protection_days(6),
                day(9), "open_dispute", day(21), "critical", day(10)}},
              policy_2017());
}

TEST_CASE("next step, row 19: dispute window open, no usable tracking") {
  check_steps({
      {"none given", promised().no_tracking(), day(5), "open_dispute", day(60), "soon"},
      {"marked untracked", promised().untracked(), day(5), "open_dispute", day(60), "soon"},
      {"one second before the window opens: not this row", promised().untracked(), day(5) - 1s,
       "wait_for_delivery", day(5), "routine"},
      {"tracked: not this row", promised(), day(5), "wait_for_delivery", day(56), "routine"},
      {"usable if any parcel still on its way is tracked", promised().untracked().shipped(day(0)),
       day(6), "wait_for_delivery", day(56), "routine"},
      {"… not if that one has arrived", promised().untracked().shipped(day(0)).delivered(day(4)),
       day(6), "open_dispute", day(60), "soon"},
      {"neither of two", promised().untracked().shipped(day(0)).no_tracking(), day(6),
       "open_dispute", day(60), "soon"},
      {"before row 20: in the extension window", in_transit().untracked(), day(42), "open_dispute",
       day(45), "soon"},
      {"before row 21: one pending", in_transit().untracked().requested(day(42), 10), day(42),
       "open_dispute", day(45), "soon"},
      {"before row 22: closes within 4 d", in_transit().untracked(), day(41), "open_dispute",
       day(45), "soon"},
      {"closes unknown: none known, null", order().shipped(day(0)).untracked(), day(5),
       "open_dispute", none, "soon"},
  });
  CHECK(
      assess(promised().untracked(), policy_2016(), day(31)).next_step.why !=
      assess(promised().untracked(), policy_2016(), day(29)).next_step.why);  // row 18 comes first
}

TEST_CASE("next step, rows 20 and 21: in [closes − 3 d, closes − 2 d)") {
  const auto pending = in_transit().requested(day(20), 10).build();
  check_steps({
      {"20: one second before closes − 3 d: row 22", in_transit(), day(42) - 1s, "check_tracking",
       day(42), "soon"},
      {"20: at closes − 3 d", in_transit(), day(42), "request_extension", day(43), "soon"},
      {"20: one second before closes − 2 d", in_transit(), day(43) - 1s, "request_extension",
       day(43), "soon"},
      {"20: at closes − 2 d: row 17", in_transit(), day(43), "open_dispute", day(45), "critical"},
      {"20: declined in this window: ask again",
       in_transit().requested(day(42), 10).declined(day(42) + 1h), day(42) + 2h,
       "request_extension", day(43), "soon"},
      {"20: granted before this window: ask again",
       in_transit().requested(day(42), 10).granted(day(43)), day(52), "request_extension", day(53),
       "soon"},
      {"20: granted one second before this window: ask again",
       in_transit().requested(day(42), 10).granted(day(52) - 1s), day(52), "request_extension",
       day(53), "soon"},
      {"20: granted in this window: row 22, by closes − 2 d",
       in_transit().requested(day(42), 10).granted(day(52)), day(52), "check_tracking", day(53),
       "soon"},
      {"20: granted at the end of this window is not in it",
       in_transit().requested(day(42), 10).granted(day(53)), day(52), "request_extension", day(53),
       "soon"},
      {"20: does not ask whether a dispute window is open",
       order().shipped(day(0)).days(20).protection_days(7), day(4), "request_extension", day(5),
       "soon"},
      {"20: does not ask when it was shipped", order().shipped_some_time().closes(day(45)), day(42),
       "request_extension", day(43), "soon"},
      {"21: one pending, asked in this window", in_transit().requested(day(42), 10), day(42),
       "wait_for_seller", day(43), "soon", none, "dispute"},
      {"21: one second before closes − 2 d", pending, day(43) - 1s, "wait_for_seller", day(43),
       "soon"},
      {"21: any pending request counts, also one asked long before", pending, day(42),
       "wait_for_seller", day(43), "soon"},
      {"21: one pending and one declined",
       in_transit().requested(day(20), 10).requested(day(41), 5).declined(day(42)), day(42),
       "wait_for_seller", day(43), "soon"},
      {"21: one second before the window: row 22", pending, day(42) - 1s, "check_tracking", day(42),
       "soon"},
      {"21: does not ask whether a dispute window is open",
       order().shipped(day(0)).days(20).protection_days(7).requested(day(3), 10), day(4),
       "wait_for_seller", day(5), "soon"},
      {"21: one granted in this window and one pending",
       in_transit().requested(day(42), 10).granted(day(52)).requested(day(52), 10), day(52),
       "wait_for_seller", day(53), "soon"},
  });
}

TEST_CASE("next step, rows 22 and 23: closes within 4 d, in transit") {
  check_steps({
      {"22: at closes − 4 d", in_transit(), day(41), "check_tracking", day(42), "soon"},
      {"22: one second before closes − 3 d", in_transit(), day(42) - 1s, "check_tracking", day(42),
       "soon"},
      {"22: the window not open: row 23, by its opening",
       order().shipped(day(0)).days(20).protection_days(8), day(4), "wait_for_delivery", day(5),
       "routine"},
      {"22: granted days move it", in_transit().requested(day(20), 10).granted(day(21)), day(50),
       "wait_for_delivery", day(51), "routine"},
      {"23: by the opening of the dispute window", in_transit(), day(0), "wait_for_delivery",
       day(5), "routine"},
      {"23: one second before it opens", in_transit(), day(5) - 1s, "wait_for_delivery", day(5),
       "routine"},
      {"23: then by closes − 4 d", in_transit(), day(5), "wait_for_delivery", day(41), "routine"},
      {"23: one second before closes − 4 d", in_transit(), day(41) - 1s, "wait_for_delivery",
       day(41), "routine"},
      {"23: closes unknown, before the window opens", order().shipped(day(0)), day(1),
       "wait_for_delivery", day(5), "routine"},
      {"23: closes unknown, all passed: the last known", order().shipped(day(0)), day(90),
       "wait_for_delivery", day(5), "routine"},
      {"23: shipping date unknown: none known, null", order().shipped_some_time(), day(1),
       "wait_for_delivery", none, "routine"},
      {"23: shipping date unknown, closes typed", order().shipped_some_time().closes(day(45)),
       day(20), "wait_for_delivery", day(41), "routine"},
      {"18: shipping date unknown: no window, not that row",
       order().shipped_some_time().deadline(day(20)).closes(day(45)), day(30), "wait_for_delivery",
       day(41), "routine"},
  });
}

TEST_CASE("next step, rows 24 and 25: automatically closed and not delivered, anything else") {
  check_steps({
      {"24: money lost", in_transit(), day(45), "none", none, "none", none, "nothing can be done"},
      {"24: also waiting for collection", in_transit().pickup_by(day(50)), day(45), "none", none,
       "none", none, "nothing can be done"},
      {"24: one of two parcels arrived", in_transit().delivered(day(9)).shipped(day(0)), day(45),
       "none", none, "none", none, "nothing can be done"},
      {"24: the dispute was cancelled after closes",
       in_transit().dispute(day(40)).dispute_cancelled(day(50)), day(50), "none", none, "none",
       none, "nothing can be done"},
      {"25: auto-closed and delivered", in_transit().all_delivered(day(9)), day(45), "none", none,
       "none"},
      {"25: confirmed", in_transit().all_delivered(day(9)).confirmed(day(10)), day(11), "none",
       none, "none"},
      {"25: cancelled", order().cancelled(day(1)), day(2), "none", none, "none"},
      {"25: rejected", in_transit().dispute(day(10)).resolved(Outcome::rejected, day(20)), day(21),
       "none", none, "none"},
  });
  const NextStep delivered =
      assess(in_transit().all_delivered(day(9)), policy_2016(), day(45)).next_step;
  CHECK(delivered.why.find("nothing can be done") == std::string::npos);
}
