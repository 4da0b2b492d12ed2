// The clocks of one order; see aliprotect-rules(7), "CLOCKS". Extensions: extensions_test.cpp.
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

struct Row {
  const char* name;
  Order order;
  std::optional<Instant> shipped;
  std::optional<Instant> deadline;
  std::optional<Instant> closes;
  const char* source;
};

std::string source_of(const Clocks& clocks) {
  return clocks.closes_source ? std::string(to_string(*clocks.closes_source)) : "none";
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"nothing recorded: every clock is unknown", order(), none, none, none, "none"},
      {"shipped: the parcel's shipment", order().shipped(day(3)), day(3), none, none, "none"},
      {"shipped: the last parcel's shipment", order().shipped(day(3)).shipped(day(7)).days(45),
       day(7), day(52), day(52), "deadline"},
      {"shipped: the last in time, not in the list",
       order().shipped(day(7)).shipped(day(3)).days(45), day(7), day(52), day(52), "deadline"},
      {"shipped: the last, even if an earlier parcel has arrived",
       order().shipped(day(3)).delivered(day(6)).shipped(day(7)).days(45), day(7), day(52), day(52),
       "deadline"},
      {"shipped: the order date does not start a clock",
       order().ordered(day(0)).days(45).protection_days(60), none, none, none, "none"},
      {"deadline: typed", order().shipped(day(0)).deadline(day(30) - 1s), day(0), day(30) - 1s,
       day(30) - 1s, "deadline"},
      {"deadline: else shipped + days", order().shipped(day(0) + 9h).days(30), day(0) + 9h,
       day(30) + 9h, day(30) + 9h, "deadline"},
      {"deadline: typed, before it is shipped", order().deadline(day(30)), none, day(30), none,
       "none"},
      {"closes: typed", order().shipped(day(0)).closes(day(60) - 1s), day(0), none, day(60) - 1s,
       "typed"},
      {"closes: typed wins over protection days and over the deadline",
       order().shipped(day(0)).days(30).protection_days(45).closes(day(70)), day(0), day(30),
       day(70), "typed"},
      {"closes: typed wins though it is earlier than the computed one",
       order().shipped(day(0)).days(30).protection_days(45).closes(day(20)), day(0), day(30),
       day(20), "typed"},
      {"closes: else shipped + protection days", order().shipped(day(2)).protection_days(60),
       day(2), none, day(62), "protection_days"},
      {"closes: protection days win over the deadline",
       order().shipped(day(0)).days(30).protection_days(45), day(0), day(30), day(45),
       "protection_days"},
      {"closes: protection days count from the last shipment",
       order().shipped(day(0)).shipped(day(9)).protection_days(60), day(9), none, day(69),
       "protection_days"},
      {"closes: else, once shipped, the deadline (typed)",
       order().shipped(day(0)).deadline(day(40)), day(0), day(40), day(40), "deadline"},
      {"closes: else, once shipped, the deadline (computed)", order().shipped(day(0)).days(40),
       day(0), day(40), day(40), "deadline"},
      {"closes: not shipped and not typed: unknown, even with a deadline",
       order().deadline(day(40)), none, day(40), none, "none"},
      {"closes: not shipped and not typed: unknown, even with protection days",
       order().deadline(day(40)).protection_days(60), none, day(40), none, "none"},
      {"closes: not shipped but typed: known", order().closes(day(60)), none, none, day(60),
       "typed"},
      {"longest protection is a warning only: 2016 does not cut 120 days to 60",
       order().shipped(day(0)).protection_days(120), day(0), none, day(120), "protection_days"},
      {"shipping date unknown: days cannot be counted",
       order().shipped_some_time().days(30).protection_days(45), none, none, none, "none"},
      {"shipping date unknown: an entered closes counts",
       order().shipped_some_time().closes(day(60)), none, none, day(60), "typed"},
      {"one of two parcels without a date: the clocks start at what is known",
       order().shipped(day(4)).shipped_some_time().days(30), day(4), day(34), day(34), "deadline"},
  };
  return all;
}

}  // namespace

TEST_CASE("clocks: shipped, deadline and closes") {
  for (const Row& row : rows()) {
    INFO(row.name);
    const Clocks clocks = clocks_of(row.order, policy_2016());
    CHECK(text(clocks.shipped) == text(row.shipped));
    CHECK(text(clocks.deadline) == text(row.deadline));
    CHECK(text(clocks.closes) == text(row.closes));
    CHECK(source_of(clocks) == row.source);
  }
}

TEST_CASE("clocks: shipped, deadline and closes do not depend on the rule set") {
  for (const Row& row : rows()) {
    INFO(row.name);
    const Clocks clocks = clocks_of(row.order, policy_2016());
    for (const Policy& policy : {policy_2017(), policy_2023()}) {
      CAPTURE(policy.name);
      CHECK(text(clocks_of(row.order, policy).deadline) == text(clocks.deadline));
      CHECK(text(clocks_of(row.order, policy).closes) == text(clocks.closes));
    }
  }
}

TEST_CASE("clocks: an entered deadline takes precedence over shipped + days") {
  const Clocks clocks =
      clocks_of(order().shipped(day(0)).days(30).deadline(day(33)), policy_2016());
  CHECK(text(clocks.deadline) == text(day(33)));
  CHECK(text(clocks.closes) == text(day(33)));
}

TEST_CASE("clocks: once shipped, closes is the deadline, even if the shipping date is unknown") {
  const Clocks clocks = clocks_of(order().shipped_some_time().deadline(day(40)), policy_2016());
  CHECK(text(clocks.closes) == text(day(40)));
  CHECK(source_of(clocks) == "deadline");
}

TEST_CASE("clocks: delivered is the last parcel's arrival, once all parcels have arrived") {
  const auto delivered = [](const Order& order) {
    return text(clocks_of(order, policy_2016()).delivered);
  };
  CHECK(delivered(order()) == "none");
  CHECK(delivered(order().shipped(day(0))) == "none");
  CHECK(delivered(order().shipped(day(0)).delivered(day(9))) == text(day(9)));
  CHECK(delivered(order().shipped(day(0)).delivered(day(9)).shipped(day(1))) == "none");
  CHECK(delivered(order().shipped(day(0)).delivered(day(12)).shipped(day(1)).delivered(day(9))) ==
        text(day(12)));
}

TEST_CASE("clocks: an open dispute escalates automatically 15 days after it was opened") {
  const auto in_transit = order().shipped(day(0)).days(45);
  const auto escalates = [](const Order& order) {
    return text(clocks_of(order, policy_2016()).auto_escalates);
  };
  CHECK(escalates(in_transit) == "none");
  CHECK(escalates(OrderBuilder(in_transit).dispute(day(10) + 5s)) == text(day(25) + 5s));
  CHECK(escalates(OrderBuilder(in_transit).dispute(day(10)).dispute_cancelled(day(12))) == "none");
  CHECK(escalates(OrderBuilder(in_transit).dispute(day(10)).resolved(Outcome::refunded, day(12))) ==
        "none");
}

TEST_CASE("clocks: escalation counts from the first request, even after a change") {
  const Clocks asked = clocks_of(order().shipped(day(0)).days(45).dispute(day(10)), policy_2016());
  const Clocks amended = clocks_of(order()
                                       .shipped(day(0))
                                       .days(45)
                                       .dispute(day(10), Reason::not_as_described)
                                       .want(Want::partial)
                                       .seller(SellerAnswer::offered),
                                   policy_2016());
  CHECK(text(amended.escalation) == text(asked.escalation));
  CHECK(text(amended.auto_escalates) == text(asked.auto_escalates));
}
