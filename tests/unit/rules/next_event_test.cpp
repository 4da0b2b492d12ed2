#include "rules/next_event.h"

#include "support/catch.h"
#include "support/order_builder.h"

namespace aliprotect {
namespace {

using namespace testing;

std::string turn_of(const Order& order, Instant now) {
  const auto turn = next_event(assess(order, policy_2016(), now));
  if (!turn) return "none";
  return (turn->kind ? std::string(to_string(*turn->kind)) : "step") + " " + text(turn->at);
}

struct Row {
  const char* name;
  Order order;
  Instant now;
  std::string turn;
};

const Row rows[] = {
    {"nothing is known", order(), day(1), "none"},
    {"finished", order().shipped(day(0)).days(30).confirmed(day(9)), day(10), "none"},
    {"closed automatically", order().shipped(day(0)).days(30), day(30), "none"},
    {"with the case team", order().shipped(day(0)).days(30).dispute(day(9)).escalated(day(13)),
     day(14), "deadline " + text(day(30))},
    {"ship by", order().ordered(day(0)).ship_by(day(9)), day(1), "ship_by " + text(day(9))},
    {"closes, though the deadline comes first",
     order().shipped(day(0)).days(30).protection_days(60), day(1), "closes " + text(day(60))},
    {"the parcel waits", order().shipped(day(0)).days(30).pickup_by(day(20)), day(10),
     "pickup_by " + text(day(20))},
    {"only the seller's deadline is known",
     order().shipped_some_time().deadline(day(20)).dispute(day(1)).escalated(day(5)), day(10),
     "deadline " + text(day(20))},
    {"the date for evidence has passed: now",
     order().shipped(day(0)).days(30).dispute(day(9)).evidence_due(day(12)), day(13),
     "step " + text(day(13))},
    {"open a dispute: at the close", order().shipped(day(0)).days(30), day(29),
     "closes " + text(day(30))},
};

TEST_CASE("the next event of an order") {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(turn_of(row.order, row.now) == row.turn);
  }
}

}  // namespace
}  // namespace aliprotect
