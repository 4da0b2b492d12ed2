// Next steps, rows 1 to 9: during a dispute and after its outcome. The first match wins.
#include "unit/rules/step_rows.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Protected until day 60. The dispute of day 10 can be escalated from day 13, and escalates
/// automatically on day 25.
OrderBuilder in_dispute() {
  return order().shipped(day(0)).days(45).protection_days(60).dispute(day(10));
}
OrderBuilder with_evidence() { return in_dispute().evidence(day(11)); }
OrderBuilder as_described() {
  return order().shipped(day(0)).days(45).all_delivered(day(9)).dispute(day(10),
                                                                        Reason::not_as_described);
}
OrderBuilder claim() { return in_dispute().escalated(day(14)).evidence_due(day(20)); }

}  // namespace

TEST_CASE("next step, row 1: evidence due is ahead, no evidence recorded") {
  check_steps({
      {"escalated manually", claim(), day(15), "add_evidence", day(20), "critical"},
      {"escalated automatically", in_dispute().evidence_due(day(30)), day(26), "add_evidence",
       day(30), "critical"},
      {"or in dispute", in_dispute().evidence_due(day(20)), day(11), "add_evidence", day(20),
       "critical"},
      {"one second before it is due", claim(), day(20) - 1s, "add_evidence", day(20), "critical"},
      {"evidence is recorded: not this row", claim().evidence(day(15)), day(16), "wait_for_ruling",
       none, "routine"},
      {"not set: not this row", in_dispute().escalated(day(14)), day(16), "wait_for_ruling", none,
       "routine"},
      {"the dispute was cancelled: not this row", claim().dispute_cancelled(day(15)), day(16),
       "wait_for_delivery", day(56), "routine"},
      {"evidence of an earlier dispute does not count",
       with_evidence().dispute_cancelled(day(12)).dispute(day(13)).evidence_due(day(20)), day(14),
       "add_evidence", day(20), "critical"},
      {"before row 3: the goods have arrived meanwhile", claim().all_delivered(day(15)), day(16),
       "add_evidence", day(20), "critical"},
      {"before row 4: the escalation is open", in_dispute().evidence_due(day(20)), day(14),
       "add_evidence", day(20), "critical"},
  });
}

TEST_CASE("next step, row 2: evidence due has passed; the claim is not marked as cancelled") {
  check_steps({
      {"at the instant", claim(), day(20), "add_evidence", day(20), "critical", none, "at risk"},
      {"by is now, long after", claim(), day(300), "add_evidence", day(300), "critical", none,
       "at risk"},
      {"or in dispute", in_dispute().evidence_due(day(20)), day(21), "add_evidence", day(21),
       "critical"},
      {"evidence added late: not this row", claim().evidence(day(22)), day(23), "wait_for_ruling",
       none, "routine"},
      {"before row 3: the goods have arrived meanwhile", claim().all_delivered(day(19)), day(21),
       "add_evidence", day(21), "critical"},
  });
  CHECK(to_string(assess(claim(), policy_2016(), day(300)).status) == "escalated");
}

TEST_CASE("next step, row 3: open not-received dispute, all delivered") {
  check_steps({
      {"by delivery + 5 d", with_evidence().all_delivered(day(12)), day(12), "inspect_and_close",
       day(17), "critical", none, "change its reason"},
      {"still, when that has passed", with_evidence().all_delivered(day(12)), day(17),
       "inspect_and_close", day(17), "critical"},
      {"opened after that, without a window", with_evidence().all_delivered(day(4)), day(11),
       "inspect_and_close", day(9), "critical"},
      {"escalated as well", with_evidence().escalated(day(13)).all_delivered(day(20)), day(21),
       "inspect_and_close", day(25), "critical"},
      {"escalated automatically as well", with_evidence().all_delivered(day(30)), day(31),
       "inspect_and_close", day(35), "critical"},
      {"counted from the last parcel",
       order()
           .shipped(day(0))
           .delivered(day(12))
           .shipped(day(0))
           .delivered(day(14))
           .days(45)
           .dispute(day(10)),
       day(15), "inspect_and_close", day(19), "critical"},
      {"a parcel still on its way: not this row",
       order().shipped(day(0)).delivered(day(12)).shipped(day(0)).days(45).dispute(day(10)),
       day(12), "add_evidence", day(25), "soon"},
      {"not as described: not this row", as_described(), day(11), "add_evidence", day(25), "soon"},
      {"before row 4: silent seller, escalation open", with_evidence().all_delivered(day(12)),
       day(14), "inspect_and_close", day(17), "critical"},
      {"before row 5: no evidence", in_dispute().all_delivered(day(11)), day(12),
       "inspect_and_close", day(16), "critical"},
      {"before row 11: not inspected", with_evidence().all_delivered(day(12)), day(13),
       "inspect_and_close", day(17), "critical"},
  });
}

TEST_CASE("next step, row 3: without a limit, by is null") {
  check_steps({{"2017", with_evidence().all_delivered(day(12)), day(13), "inspect_and_close", none,
                "critical"}},
              policy_2017());
}

TEST_CASE("next step, row 4: escalation possible, the seller silent or refusing") {
  check_steps({
      {"silent, one second before it opens", with_evidence(), day(13) - 1s, "wait_for_seller",
       day(13), "routine"},
      {"silent, as it opens", with_evidence(), day(13), "escalate", day(25), "soon"},
      {"refusing", with_evidence().seller(SellerAnswer::refused), day(13), "escalate", day(25),
       "soon"},
      {"one second before it escalates automatically", with_evidence(), day(25) - 1s, "escalate",
       day(25), "soon"},
      {"as it escalates automatically: not this row", with_evidence(), day(25), "wait_for_ruling",
       none, "routine"},
      {"offered: not this row", with_evidence().seller(SellerAnswer::offered), day(13),
       "wait_for_seller", day(25), "routine"},
      {"accepted: not this row", with_evidence().seller(SellerAnswer::accepted), day(13),
       "wait_for_seller", day(25), "routine"},
      {"escalated already: not this row", with_evidence().escalated(day(13)), day(14),
       "wait_for_ruling", none, "routine"},
      {"before row 5, and says so if no evidence is recorded yet", in_dispute(), day(13),
       "escalate", day(25), "soon", none, "evidence"},
      {"as described or not", as_described().evidence(day(11)), day(13), "escalate", day(25),
       "soon"},
  });
  const NextStep step = assess(with_evidence(), policy_2016(), day(13)).next_step;
  CHECK(step.why.find("evidence") == std::string::npos);
}

TEST_CASE("next step, rows 5 and 6: in dispute without evidence, in dispute") {
  check_steps({
      {"5: no evidence, before the escalation opens", in_dispute(), day(10), "add_evidence",
       day(25), "soon"},
      {"5: one second before the escalation opens", in_dispute(), day(13) - 1s, "add_evidence",
       day(25), "soon"},
      {"5: no evidence, the seller offered", in_dispute().seller(SellerAnswer::offered), day(14),
       "add_evidence", day(25), "soon"},
      {"5: escalated: not this row", in_dispute().escalated(day(12)), day(13), "wait_for_ruling",
       none, "routine"},
      {"6: by the opening of the escalation", with_evidence(), day(11), "wait_for_seller", day(13),
       "routine"},
      {"6: then by the automatic escalation", with_evidence().seller(SellerAnswer::offered),
       day(13), "wait_for_seller", day(25), "routine"},
      {"6: evidence from the future counts", with_evidence(), day(10), "wait_for_seller", day(13),
       "routine"},
  });
}

TEST_CASE("next step, rows 4 and 6: rule sets with only automatic escalation") {
  check_steps({{"6: by the automatic escalation", with_evidence(), day(11), "wait_for_seller",
                day(17), "routine"},
               {"6: the same when 2016's button would be there", with_evidence(), day(14),
                "wait_for_seller", day(17), "routine"},
               {"5: no evidence", in_dispute(), day(14), "add_evidence", day(17), "soon"},
               {"7: after 7 days", with_evidence(), day(17), "wait_for_ruling", none, "routine"}},
              policy_2023());
}

TEST_CASE("next step, row 7: escalated; wait for the ruling, without an end") {
  check_steps({
      {"manually", with_evidence().escalated(day(13)), day(13), "wait_for_ruling", none, "routine"},
      {"automatically", with_evidence(), day(25), "wait_for_ruling", none, "routine"},
      {"no evidence and none asked for", in_dispute(), day(25), "wait_for_ruling", none, "routine"},
      {"evidence given in time", claim().evidence(day(15)), day(21), "wait_for_ruling", none,
       "routine"},
      {"long after closes", with_evidence(), day(300), "wait_for_ruling", none, "routine"},
  });
}

TEST_CASE("next step, row 8: an outstanding return") {
  const auto refunded = with_evidence().resolved(Outcome::refunded, day(30)).build();
  const auto to_send = OrderBuilder(with_evidence())
                           .want(Want::return_goods)
                           .resolved(Outcome::refunded, day(30))
                           .build();
  const auto with_date =
      with_evidence().resolved(Outcome::refunded, day(30)).return_by(day(40)).build();
  const auto partly =
      with_evidence().resolved(Outcome::partial, day(30)).return_by(day(40)).build();
  auto sent = with_date;
  sent.disputes.back().returned_at = day(35);
  check_steps({
      {"a return-by is set", with_date, day(31), "send_back", day(40), "soon", none,
       "return address"},
      {"a return-by is set, refunded partly", partly, day(31), "send_back", day(40), "soon"},
      {"refunded with return requested, no date", to_send, day(31), "send_back", none, "soon"},
      {"one second before the last 2 d", with_date, day(38) - 1s, "send_back", day(40), "soon"},
      {"in the last 2 d", with_date, day(38), "send_back", day(40), "critical"},
      {"and stays so after by", with_date, day(41), "send_back", day(40), "critical"},
      {"sent back: not this row", sent, day(36), "none", none, "none"},
      {"no return asked for: not this row", refunded, day(31), "none", none, "none"},
      {"rejected: not this row",
       with_evidence()
           .want(Want::return_goods)
           .return_by(day(40))
           .resolved(Outcome::rejected, day(30)),
       day(31), "none", none, "none"},
      {"cancelled first: not this row",
       OrderBuilder(with_evidence())
           .want(Want::return_goods)
           .resolved(Outcome::refunded, day(30))
           .cancelled(day(31)),
       day(32), "none", none, "none"},
      {"before row 9",
       with_evidence()
           .resolved(Outcome::refunded, day(30))
           .return_by(day(40))
           .all_delivered(day(32)),
       day(33), "send_back", day(40), "soon"},
  });
}

TEST_CASE(
    "next step, row 9: refunded as not received, but delivered at or after the dispute's end") {
  const auto refunded = [](Outcome outcome, Instant delivered) {
    return with_evidence().resolved(outcome, day(30)).all_delivered(delivered);
  };
  check_steps({
      {"wholly", refunded(Outcome::refunded, day(33)), day(34), "settle_with_seller", none,
       "routine"},
      {"or partly", refunded(Outcome::partial, day(33)), day(34), "settle_with_seller", none,
       "routine"},
      {"delivered at the dispute's end", refunded(Outcome::refunded, day(30)), day(34),
       "settle_with_seller", none, "routine"},
      {"delivered one second before it: not this row", refunded(Outcome::refunded, day(30) - 1s),
       day(34), "none", none, "none"},
      {"rejected: not this row", refunded(Outcome::rejected, day(33)), day(34), "none", none,
       "none"},
      {"not delivered: not this row", with_evidence().resolved(Outcome::refunded, day(30)), day(34),
       "none", none, "none"},
      {"not as described: not this row",
       order()
           .shipped(day(0))
           .days(45)
           .dispute(day(10), Reason::not_as_described)
           .resolved(Outcome::refunded, day(30))
           .all_delivered(day(33)),
       day(34), "none", none, "none"},
      {"sent back already: this row",
       with_evidence()
           .resolved(Outcome::refunded, day(30))
           .return_by(day(40))
           .all_delivered(day(32))
           .returned(day(35)),
       day(36), "settle_with_seller", none, "routine"},
      {"dispute cancelled, not refunded: not this row",
       with_evidence().dispute_cancelled(day(30)).all_delivered(day(33)), day(34), "inspect",
       day(60), "soon"},
  });
}
