// What is refused on each side of every limit, and what --force overrides; see aliprotect-rules(7),
// "REFUSALS".
#include "rules/refusals.h"

#include <algorithm>

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Closes on day 45; a dispute can be opened from day 5.
OrderBuilder in_transit() { return order().ordered(day(-2)).shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

enum class Answer {
  allowed,
  refused,
  never
};  ///< refused: `--force` overrides it; never: it does not

struct Row {
  const char* name;
  Order order;
  Instant at;
  Answer answer;
  std::vector<Instant> names = {};  ///< instants that the refusal must contain
};

using enum Answer;

int places_in(const std::string& sentence) {
  int count = 0;
  for (auto at = sentence.find("{}"); at != std::string::npos; at = sentence.find("{}", at + 2))
    ++count;
  return count;
}

template <typename Rule>
void check(const std::vector<Row>& rows, Rule rule, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    const std::optional<Refusal> refusal =
        rule(row.order, clocks_of(row.order, policy), policy, row.at);
    CHECK(refusal.has_value() == (row.answer != allowed));
    if (!refusal) continue;
    CAPTURE(refusal->sentence);
    CHECK(refusal->forceable == (row.answer == refused));
    CHECK(places_in(refusal->sentence) == static_cast<int>(refusal->instants.size()));
    for (const Instant named : row.names) {
      CAPTURE(text(named));
      CHECK(std::count(refusal->instants.begin(), refusal->instants.end(), named) > 0);
    }
  }
}

const auto opening = [](const Order& order, const Clocks& clocks, const Policy&, Instant at) {
  return check_dispute_opening(order, clocks, at);
};
const auto escalating = [](const Order& order, const Clocks&, const Policy& policy, Instant at) {
  return check_escalation(order, policy, at);
};
const auto reason_change = [](const Order& order, const Clocks& clocks, const Policy&, Instant at) {
  return check_reason_change(order, clocks, at);
};
const auto requesting = [](const Order& order, const Clocks& clocks, const Policy&, Instant at) {
  return check_extension_request(order, clocks, at);
};
const auto cancelling_dispute = [](const Order& order, const Clocks& clocks, const Policy&,
                                   Instant at) {
  return check_dispute_cancellation(order, clocks, at);
};

}  // namespace

TEST_CASE("refusals: a dispute before its window opens, or at or after its end") {
  check(
      {
          {"one second before it opens", in_transit(), day(5) - 1s, refused, {day(5), day(5) - 1s}},
          {"as it opens", in_transit(), day(5), allowed},
          {"one second before it ends", in_transit(), day(45) - 1s, allowed},
          {"as it ends", in_transit(), day(45), refused, {day(45)}},
          {"one second after it ends",
           in_transit(),
           day(45) + 1s,
           refused,
           {day(45), day(45) + 1s}},
          {"not shipped: no window", order().closes(day(45)), day(10), refused},
          {"shipping date unknown: no window", order().shipped_some_time().closes(day(45)), day(10),
           refused},
          {"a window of no length",
           order().shipped(day(0)).days(20).protection_days(5),
           day(5),
           refused,
           {day(5)}},
          {"short promise: at the shipment", order().shipped(day(0)).days(5).protection_days(30),
           day(0), allowed},
          {"short promise: one second before the shipment",
           order().shipped(day(0)).days(5).protection_days(30),
           day(0) - 1s,
           refused,
           {day(0)}},
          {"closes unknown: it never ends", order().shipped(day(0)), day(5'000), allowed},
          {"the window is of the order as extended",
           in_transit().requested(day(42), 10).granted(day(43)), day(55) - 1s, allowed},
          {"… and ends with that",
           in_transit().requested(day(42), 10).granted(day(43)),
           day(55),
           refused,
           {day(55)}},
          {"a pending request does not keep it open",
           in_transit().requested(day(42), 10),
           day(45),
           refused,
           {day(45)}},
          {"delivered or not", in_transit().all_delivered(day(12)), day(13), allowed},
      },
      opening);
}

TEST_CASE("refusals: with grace, a dispute is refused from closes + grace") {
  check({{"one second before the window opens", in_transit(), day(10) - 1s, refused, {day(10)}},
         {"at closes", in_transit(), day(45), allowed},
         {"one second before the grace ends", in_transit(), day(60) - 1s, allowed},
         {"as the grace ends", in_transit(), day(60), refused, {day(60)}}},
        opening, policy_2017());
}

TEST_CASE("refusals: a second dispute") {
  check(
      {
          {"while one is open", in_dispute(), day(11), refused, {day(10)}},
          {"while one is open and escalated", in_dispute().escalated(day(13)), day(14), refused},
          {"after one was refunded", in_dispute().resolved(Outcome::refunded, day(20)), day(21),
           refused},
          {"after one was refunded partly", in_dispute().resolved(Outcome::partial, day(20)),
           day(21), refused},
          {"after one was rejected", in_dispute().resolved(Outcome::rejected, day(20)), day(21),
           refused},
          {"after a cancelled one: allowed inside the window",
           in_dispute().dispute_cancelled(day(12)), day(12), allowed},
          {"after a cancelled one, one second before the window ends",
           in_dispute().dispute_cancelled(day(12)), day(45) - 1s, allowed},
          {"after a cancelled one, as the window ends",
           in_dispute().dispute_cancelled(day(12)),
           day(45),
           refused,
           {day(45)}},
          {"a third after two cancelled ones",
           in_dispute().dispute_cancelled(day(12)).dispute(day(13)).dispute_cancelled(day(14)),
           day(15), allowed},
          {"a third while the second is open",
           in_dispute().dispute_cancelled(day(12)).dispute(day(13)),
           day(15),
           refused,
           {day(13)}},
      },
      opening);
}

TEST_CASE("refusals: escalating before opened + 3 d, or after a manual or automatic escalation") {
  check(
      {
          {"one second before opened + 3 d",
           in_dispute(),
           day(13) - 1s,
           refused,
           {day(13), day(13) - 1s}},
          {"at opened + 3 d", in_dispute(), day(13), allowed},
          {"with no evidence recorded: warned, not refused", in_dispute(), day(14), allowed},
          {"with evidence", in_dispute().evidence(day(11)), day(14), allowed},
          {"with a seller who offers", in_dispute().seller(SellerAnswer::offered), day(14),
           allowed},
          {"one second before the automatic escalation", in_dispute(), day(25) - 1s, allowed},
          {"at the automatic escalation", in_dispute(), day(25), refused, {day(25)}},
          {"after the automatic escalation", in_dispute(), day(40), refused, {day(25)}},
          {"already escalated", in_dispute().escalated(day(14)), day(15), refused, {day(14)}},
          {"already escalated, before opened + 3 d", in_dispute().escalated(day(11)), day(12),
           refused},
          {"no dispute at all", in_transit(), day(14), never},
          {"the dispute was cancelled", in_dispute().dispute_cancelled(day(12)), day(14), never},
          {"the first one does not count",
           in_dispute().dispute_cancelled(day(12)).dispute(day(12)),
           day(15) - 1s,
           refused,
           {day(15)}},
      },
      escalating);
}

TEST_CASE("refusals: escalating if the rule set has only automatic escalation") {
  for (const Policy& policy : {policy_2017(), policy_2023()}) {
    INFO(policy.name);
    check({{"when it was just opened", in_dispute(), day(10), refused},
           {"when 2016 would have it", in_dispute(), day(13), refused},
           {"one second before the automatic escalation", in_dispute(), day(17) - 1s, refused},
           {"at the automatic escalation", in_dispute(), day(17), refused, {day(17)}}},
          escalating, policy);
  }
}

TEST_CASE("refusals: changing a reason after its window") {
  check(
      {
          {"before delivery it may be amended freely", in_dispute(), day(11), allowed},
          {"before delivery, long after", in_dispute(), day(90), allowed},
          {"as the goods arrive", in_dispute().all_delivered(day(14)), day(14), allowed},
          {"one second before delivery + 5 d", in_dispute().all_delivered(day(14)), day(19) - 1s,
           allowed},
          {"at delivery + 5 d", in_dispute().all_delivered(day(14)), day(19), refused, {day(19)}},
          {"one second after delivery + 5 d",
           in_dispute().all_delivered(day(14)),
           day(19) + 1s,
           refused,
           {day(19), day(19) + 1s}},
          {"a dispute opened after delivery + 5 d",
           in_dispute().all_delivered(day(4)),
           day(10),
           refused,
           {day(9), day(10)}},
          {"one of two parcels arrived: still before delivery",
           order().shipped(day(0)).delivered(day(9)).shipped(day(0)).days(45).dispute(day(10)),
           day(30), allowed},
          {"no dispute is open", in_transit(), day(11), never},
          {"the dispute was cancelled", in_dispute().dispute_cancelled(day(12)), day(13), never},
      },
      reason_change);
  check({{"no limit: any time while open", in_dispute().all_delivered(day(14)), day(90), allowed},
         {"no limit, but no dispute", in_transit().all_delivered(day(14)), day(20), never}},
        reason_change, policy_2017());
}

TEST_CASE("refusals: an extension request during a dispute or after closes") {
  check(
      {
          {"in transit", in_transit(), day(20), allowed},
          {"with another one pending", in_transit().requested(day(20), 10), day(21), allowed},
          {"while a dispute is open", in_dispute(), day(20), refused, {day(10)}},
          {"while a dispute is escalated", in_dispute(), day(40), refused, {day(10)}},
          {"after a cancelled dispute", in_dispute().dispute_cancelled(day(12)), day(20), allowed},
          {"one second before closes", in_transit(), day(45) - 1s, allowed},
          {"at closes", in_transit(), day(45), refused, {day(45)}},
          {"one second after closes", in_transit(), day(45) + 1s, refused, {day(45), day(45) + 1s}},
          {"before closes as extended", in_transit().requested(day(42), 10).granted(day(43)),
           day(55) - 1s, allowed},
          {"at closes as extended",
           in_transit().requested(day(42), 10).granted(day(43)),
           day(55),
           refused,
           {day(55)}},
          {"closes unknown", order().shipped(day(0)), day(300), allowed},
          {"a dispute is open and closes has passed", in_dispute(), day(50), refused},
      },
      requesting);
  check({{"the grace is not protection: at closes", in_transit(), day(45), refused, {day(45)}},
         {"the grace is not protection: one second before closes", in_transit(), day(45) - 1s,
          allowed}},
        requesting, policy_2017());
}

TEST_CASE("refusals: cancelling a not-received dispute before the goods arrive") {
  check(
      {
          {"says how long protection still runs", in_dispute(), day(11), refused, {day(45)}},
          {"one second before closes", in_dispute(), day(45) - 1s, refused, {day(45)}},
          {"closes already past", in_dispute(), day(46), refused, {day(45)}},
          {"closes unknown", order().shipped(day(0)).dispute(day(10)), day(11), refused},
          {"one of two parcels arrived",
           order().shipped(day(0)).delivered(day(9)).shipped(day(0)).days(45).dispute(day(10)),
           day(11),
           refused,
           {day(45)}},
          {"escalated as well", in_dispute().escalated(day(13)), day(14), refused},
          {"the goods have arrived", in_dispute().all_delivered(day(11)), day(12), allowed},
          {"not as described", in_transit().dispute(day(10), Reason::not_as_described), day(11),
           allowed},
          {"no dispute is open", in_transit(), day(11), never},
          {"cancelled already", in_dispute().dispute_cancelled(day(11)), day(12), never},
          {"resolved already", in_dispute().resolved(Outcome::rejected, day(11)), day(12), never},
      },
      cancelling_dispute);
}

TEST_CASE("refusals: the remaining protection includes grace") {
  check({{"before closes", in_dispute(), day(11), refused, {day(60)}},
         {"in the grace", in_dispute(), day(50), refused, {day(60)}}},
        cancelling_dispute, policy_2023());
}

TEST_CASE("refusals: the message says how long protection still runs") {
  const auto still_runs = [](Instant now) {
    const Order order = in_dispute();
    const auto refusal = check_dispute_cancellation(order, clocks_of(order, policy_2016()), now);
    return refusal.value().sentence.find("protection runs until {}") != std::string::npos;
  };
  CHECK(still_runs(day(45) - 1s));
  CHECK_FALSE(still_runs(day(45)));
}
