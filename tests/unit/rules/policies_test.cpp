// The effect of each number of the rule sets: one test per row of the table in aliprotect-rules(7),
// "RULE SETS".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

/// A day count of 2016, 2017 and 2023, or `none`.
struct Column {
  std::optional<Instant> in_2016;
  std::optional<Instant> in_2017;
  std::optional<Instant> in_2023;
};

template <typename Question>
void check(const Order& order, const Column& expected, Question question) {
  CHECK(text(question(clocks_of(order, policy_2016()))) == text(expected.in_2016));
  CHECK(text(question(clocks_of(order, policy_2017()))) == text(expected.in_2017));
  CHECK(text(question(clocks_of(order, policy_2023()))) == text(expected.in_2023));
}

std::optional<Instant> opens(const std::optional<Window>& window) {
  if (!window) return none;
  return window->from;
}

std::optional<Instant> ends(const std::optional<Window>& window) {
  if (!window) return none;
  return window->until;
}

}  // namespace

TEST_CASE("rule sets: a dispute can be opened 5, 10, 10 days after shipment") {
  check(in_transit(), {day(5), day(10), day(10)}, [](const Clocks& c) { return opens(c.dispute); });
}

TEST_CASE("rule sets: it can be opened at once with a guaranteed time of up to 5, 5, 5 days") {
  const auto promised = [](int days) {
    return order().shipped(day(0)).days(days).protection_days(45);
  };
  check(promised(5), {day(0), day(0), day(0)}, [](const Clocks& c) { return opens(c.dispute); });
  check(promised(6), {day(5), day(10), day(10)}, [](const Clocks& c) { return opens(c.dispute); });
}

TEST_CASE("rule sets: the time for disputes after completion is 0, 15, 15 days") {
  check(in_transit(), {day(45), day(60), day(60)}, [](const Clocks& c) { return ends(c.dispute); });
  check(in_transit(), {day(45), day(60), day(60)}, [](const Clocks& c) { return c.last_chance; });
}

TEST_CASE("rule sets: a dispute can be escalated after 3 days, never, never") {
  check(in_dispute(), {day(13), none, none}, [](const Clocks& c) { return opens(c.escalation); });
}

TEST_CASE("rule sets: a dispute escalates automatically after 15, 7, 7 days") {
  check(in_dispute(), {day(25), day(17), day(17)},
        [](const Clocks& c) { return c.auto_escalates; });
}

TEST_CASE("rule sets: the reason can be changed for 5 days after delivery, always, always") {
  const Order arrived = in_dispute().all_delivered(day(14));
  check(arrived, {day(19), none, none}, [](const Clocks& c) { return ends(c.reason_change); });
  check(arrived, {day(14), day(14), day(14)},
        [](const Clocks& c) { return opens(c.reason_change); });
}

TEST_CASE("rule sets: an extension is advised 3 to 2 days before closes in all") {
  check(in_transit(), {day(42), day(42), day(42)},
        [](const Clocks& c) { return opens(c.extension); });
  check(in_transit(), {day(43), day(43), day(43)},
        [](const Clocks& c) { return ends(c.extension); });
}

TEST_CASE("rule sets: tracking should be checked from 4 days before closes in all") {
  for (const Policy& policy : {policy_2016(), policy_2017(), policy_2023()}) {
    CAPTURE(policy.name);
    const auto action = [&](Instant now) {
      return std::string(to_string(assess(in_transit(), policy, now).next_step.action));
    };
    CHECK(action(day(41) - 1s) == "wait_for_delivery");
    CHECK(action(day(41)) == "check_tracking");
    CHECK(action(day(42) - 1s) == "check_tracking");
    CHECK(action(day(42)) == "request_extension");
  }
}

TEST_CASE("rule sets: the longest protection does not move any clock") {
  for (Policy policy : {policy_2016(), policy_2017(), policy_2023()}) {
    CAPTURE(policy.name);
    const Order long_protection = order().shipped(day(0)).protection_days(120);
    const Clocks clocks = clocks_of(long_protection, policy);
    policy.longest_protection = 1_d;
    CHECK(clocks_of(long_protection, policy) == clocks);
    CHECK(text(clocks.closes) == text(day(120)));
  }
}

TEST_CASE(
    "rule sets: why mentions a seller who missed the time limit, without a change of status") {
  struct Row {
    const char* name;
    Order order;
    Instant now;
    bool said;
  };
  const std::vector<Row> rows = {
      {"one second before the limit", in_dispute(), day(15) - 1s, false},
      {"at the limit", in_dispute(), day(15), true},
      {"at the limit, with evidence", in_dispute().evidence(day(11)), day(15), true},
      {"still, once it escalated automatically", in_dispute().evidence(day(11)), day(17), true},
      {"the seller refused", in_dispute().seller(SellerAnswer::refused), day(15), false},
      {"the seller offered", in_dispute().seller(SellerAnswer::offered), day(15), false},
      {"the seller accepted", in_dispute().seller(SellerAnswer::accepted), day(15), false},
  };
  const auto says_it = [](const Protection& protection) {
    return protection.next_step.why.find("eller did not answer within") != std::string::npos;
  };
  for (const Row& row : rows) {
    INFO(row.name);
    Policy patient = policy_2017();
    patient.seller_answers = none;
    const Protection limited = assess(row.order, policy_2017(), row.now);
    const Protection unlimited = assess(row.order, patient, row.now);
    CHECK(says_it(limited) == row.said);
    CHECK_FALSE(says_it(unlimited));
    CHECK(to_string(limited.status) == to_string(unlimited.status));
    CHECK(text(limited.next_step.by) == text(unlimited.next_step.by));
  }
  CHECK_FALSE(says_it(assess(in_dispute(), policy_2016(), day(24))));
}

TEST_CASE("rule sets: the default is aliexpress-2016, and 2023 has the day counts of 2017") {
  CHECK(default_policy == policy_2016().name);
  Policy renamed = policy_2017();
  renamed.name = policy_2023().name;
  CHECK(renamed == policy_2023());
}
