// The deadlines exported to calendars; see docs/calendar.md.
#include "rules/announcements.h"

#include <string>

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Guaranteed for day 30, protected until day 45.
OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }
OrderBuilder in_dispute() { return in_transit().dispute(day(10)); }

std::string text(const std::vector<Announcement>& announcements) {
  std::string all;
  for (const Announcement& of : announcements) {
    all += all.empty() ? "" : ", ";
    all += std::string(to_string(of.kind)) + (of.last_chance ? " (grace)" : "") + " " +
           std::to_string((of.at - day(0)) / 24h) + (of.cancelled ? " cancelled" : "") +
           (of.has_alarms ? " has_alarms" : "");
  }
  return all;
}

struct Row {
  const char* name;
  std::vector<Order> former;
  Order order;
  int now;
  const char* expected;
};

void check(const std::vector<Row>& rows, const Policy& policy = policy_2016()) {
  for (const Row& row : rows) {
    INFO(row.name);
    Announcements announcements;
    for (const Order& former : row.former) announcements.add_former_state(former, policy);
    CHECK(text(announcements.of({row.order, policy, day(row.now)})) == row.expected);
  }
}

}  // namespace

TEST_CASE("a calendar contains each deadline that applies") {
  check({
      {"ahead", {}, in_transit(), 1, "deadline 30 has_alarms, closes 45 has_alarms"},
      {"none", {}, order(), 1, ""},
      {"a deadline that always applied is not cancelled",
       {},
       in_dispute(),
       11,
       "auto_escalates 25 has_alarms, deadline 30 has_alarms"},
      {"of two at the same instant, only the second has alarms",
       {},
       order().shipped(day(0)).days(30),
       1,
       "deadline 30, closes 30 has_alarms"},
      {"a passed deadline is kept for 30 days, without alarms",
       {},
       in_transit(),
       31,
       "deadline 30, closes 45 has_alarms"},
      {"at its instant it has passed", {}, in_transit(), 30, "deadline 30, closes 45 has_alarms"},
      {"until the last of those days", {}, in_transit(), 59, "deadline 30, closes 45"},
      {"not listed after that", {}, in_transit(), 60, "closes 45"},
      {"a recorded end leaves none", {}, in_transit().confirmed(day(20)), 21, ""},
      {"a return to be sent",
       {},
       in_dispute()
           .want(Want::return_goods)
           .resolved(Outcome::refunded, day(20))
           .return_by(day(35)),
       21,
       "return_by 35 has_alarms"},
  });
}

TEST_CASE("a deadline that no longer applies is cancelled until all of its times have passed") {
  check({
      {"by a dispute",
       {in_transit()},
       in_dispute(),
       11,
       "auto_escalates 25 has_alarms, deadline 30 has_alarms, closes 45 cancelled"},
      {"restored after the dispute was cancelled",
       {in_transit(), in_dispute()},
       in_dispute().dispute_cancelled(day(12)),
       12,
       "auto_escalates 25 cancelled, deadline 30 has_alarms, closes 45 has_alarms"},
      {"by the shipment",
       {order().ship_by(day(8))},
       order().ship_by(day(8)).shipped_some_time(),
       7,
       "ship_by 8 cancelled"},
      {"not listed once it would have passed",
       {order().ship_by(day(8))},
       order().ship_by(day(8)).shipped_some_time(),
       8,
       ""},
      {"by an end",
       {in_transit()},
       in_transit().confirmed(day(20)),
       20,
       "deadline 30 cancelled, closes 45 cancelled"},
      {"by an end; passed ones are kept",
       {in_transit()},
       in_transit().confirmed(day(31)),
       31,
       "closes 45 cancelled"},
      {"moved earlier and then cancelled: until the later instant",
       {order().ship_by(day(8)), order().ship_by(day(4))},
       order(),
       6,
       "ship_by 8 cancelled"},
  });
}

TEST_CASE("a moved deadline is the same deadline") {
  check({
      {"later",
       {in_transit()},
       in_transit().requested(day(9), 10).granted(day(9)),
       10,
       "deadline 30 has_alarms, closes 55 has_alarms"},
      {"into the past: kept until 30 days after the later instant",
       {order().ship_by(day(40))},
       order().ship_by(day(2)),
       69,
       "ship_by 2"},
      {"not listed after that", {order().ship_by(day(40))}, order().ship_by(day(2)), 70, ""},
      {"out of the past",
       {order().ship_by(day(2))},
       order().ship_by(day(40)),
       5,
       "ship_by 40 has_alarms"},
  });
}

TEST_CASE("an order that closes automatically cancels its later deadlines") {
  const OrderBuilder late = order().shipped(day(0)).days(30).closes(day(20)).pickup_by(day(25));
  check({
      {"before",
       {},
       late,
       19,
       "closes 20 has_alarms, pickup_by 25 has_alarms, deadline 30 has_alarms"},
      {"at its end", {}, late, 20, "closes 20, pickup_by 25 cancelled, deadline 30 cancelled"},
      {"after one of them", {}, late, 25, "closes 20, deadline 30 cancelled"},
      {"after all", {}, late, 30, "closes 20"},
  });
}

TEST_CASE("the end of the grace is a separate deadline from the start") {
  check({{"before closes",
          {},
          in_transit(),
          44,
          "deadline 30, closes 45 has_alarms, closes (grace) 60 has_alarms"},
         {"within the grace",
          {},
          in_transit(),
          46,
          "deadline 30, closes 45, closes (grace) 60 has_alarms"},
         {"by a dispute",
          {in_transit()},
          in_dispute(),
          12,
          "auto_escalates 17 has_alarms, deadline 30 has_alarms, closes 45 cancelled, closes "
          "(grace) 60 cancelled"}},
        policy_2023());
}

TEST_CASE("a deadline that a changed rule set removes is cancelled") {
  Announcements announcements;
  const Order moved = in_transit();
  announcements.add_former_state(moved, policy_2023());
  CHECK(text(announcements.of({moved, policy_2016(), day(1)})) ==
        "deadline 30 has_alarms, closes 45 has_alarms, closes (grace) 60 cancelled");
}

TEST_CASE("all deadlines ahead of a deleted order are cancelled") {
  Announcements announcements;
  announcements.add_former_state(in_transit(), policy_2016());
  CHECK(text(announcements.for_deleted(day(1))) == "deadline 30 cancelled, closes 45 cancelled");
  CHECK(text(announcements.for_deleted(day(30))) == "closes 45 cancelled");
  CHECK(text(announcements.for_deleted(day(45))).empty());
}

TEST_CASE("a revision rises with the log, and when an order closes automatically") {
  CHECK(revision(7, Status::auto_closed) > revision(7, Status::delivered));
  CHECK(revision(8, Status::delivered) > revision(7, Status::auto_closed));
}
