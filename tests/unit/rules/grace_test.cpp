// What includes grace and what does not; see aliprotect-rules(7), "GRACE". 2017 and 2023 have 15
// days, 2016 has none.
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Closes on day 45, the last chance is day 60.
OrderBuilder in_transit() { return order().shipped(day(0)).days(45); }

struct Row {
  const char* name;
  Order order;
  Instant now;
  const char* status;
  const char* action;
  std::optional<Instant> by;
  const char* urgency;
  std::optional<Instant> closes;  ///< the listed deadline of that kind
};

std::optional<Instant> listed_closes(const Protection& protection) {
  for (const Deadline& deadline : protection.deadlines) {
    if (deadline.kind == DeadlineKind::closes) return deadline.at;
  }
  return none;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"closes − 2 d: without grace", in_transit(), day(43), "in_transit", "open_dispute", day(45),
       "critical", day(45)},
      {"closes − 3 d: without grace", in_transit(), day(42), "in_transit", "request_extension",
       day(43), "soon", day(45)},
      {"one second before closes", in_transit(), day(45) - 1s, "in_transit", "open_dispute",
       day(45), "critical", day(45)},
      {"at closes: the last chance takes its place", in_transit(), day(45), "in_transit",
       "open_dispute", day(60), "critical", day(60)},
      {"one second before the last chance", in_transit(), day(60) - 1s, "in_transit",
       "open_dispute", day(60), "critical", day(60)},
      {"at the last chance: closed automatically", in_transit(), day(60), "auto_closed", "none",
       none, "none", none},
      {"delivered: the end counts from delivery", in_transit().all_delivered(day(40)), day(45) - 1s,
       "delivered", "inspect", day(55), "routine", day(55)},
      {"delivered, one second before the last 5 d", in_transit().all_delivered(day(40)),
       day(50) - 1s, "delivered", "inspect", day(55), "routine", day(55)},
      {"delivered, in the last 5 d", in_transit().all_delivered(day(40)), day(50), "delivered",
       "inspect", day(55), "soon", day(55)},
      {"delivered, one second before the last 2 d", in_transit().all_delivered(day(40)),
       day(53) - 1s, "delivered", "inspect", day(55), "soon", day(55)},
      {"delivered, in the last 2 d", in_transit().all_delivered(day(40)), day(53), "delivered",
       "inspect", day(55), "critical", day(55)},
      {"delivered, at the end", in_transit().all_delivered(day(40)), day(55), "auto_closed", "none",
       none, "none", none},
      {"bad goods, after delivery", in_transit().all_delivered(day(40)).inspected(Inspection::bad),
       day(46), "delivered", "open_dispute", day(55), "soon", day(55)},
      {"good goods, after delivery",
       in_transit().all_delivered(day(40)).inspected(Inspection::good), day(46), "delivered",
       "confirm", day(55), "routine", day(55)},
      {"to be collected, pickup by passed, in the grace", in_transit().pickup_by(day(44)), day(46),
       "ready_for_pickup", "collect", day(60), "soon", day(60)},
      {"to be collected, pickup by ahead, in the grace", in_transit().pickup_by(day(50)), day(46),
       "ready_for_pickup", "collect", day(50), "soon", day(60)},
      {"a dispute opened in the grace stops it", in_transit().dispute(day(50)).evidence(day(50)),
       day(60), "escalated", "wait_for_ruling", none, "routine", none},
      {"a dispute cancelled in the grace: the last chance is back",
       in_transit().dispute(day(44)).dispute_cancelled(day(47)), day(48), "in_transit",
       "open_dispute", day(60), "critical", day(60)},
      {"a dispute cancelled after the grace: the money is lost",
       in_transit().dispute(day(58)).dispute_cancelled(day(61)), day(61), "auto_closed", "none",
       none, "none", none},
      {"granted days move closes and the last chance with it",
       in_transit().requested(day(42), 10).granted(day(43)), day(55), "in_transit", "open_dispute",
       day(70), "critical", day(70)},
  };
  return all;
}

}  // namespace

TEST_CASE("grace: before, at and after each limit") {
  for (const Policy& policy : {policy_2017(), policy_2023()}) {
    for (const Row& row : rows()) {
      INFO(policy.name << ": " << row.name);
      const Protection protection = assess(row.order, policy, row.now);
      CHECK(to_string(protection.status) == row.status);
      CHECK(to_string(protection.next_step.action) == row.action);
      CHECK(text(protection.next_step.by) == text(row.by));
      CHECK(to_string(protection.next_step.urgency) == row.urgency);
      CHECK(text(listed_closes(protection)) == text(row.closes));
    }
  }
}

TEST_CASE("grace: included in the dispute window, not in closes_at or the extension window") {
  const Clocks clocks = clocks_of(in_transit(), policy_2017());
  CHECK(text(clocks.closes) == text(day(45)));
  CHECK(text(clocks.extension) == text(day(42)) + " .. " + text(day(43)));
  CHECK(text(clocks.last_chance) == text(day(60)));
  CHECK(text(clocks.dispute) == text(day(10)) + " .. " + text(day(60)));
}

TEST_CASE("grace: there is a dispute window even if protection alone is too short") {
  const Order short_protection = order().shipped(day(0)).protection_days(8);
  CHECK(text(clocks_of(short_protection, policy_2017()).dispute) ==
        text(day(10)) + " .. " + text(day(23)));
  Policy no_grace = policy_2017();
  no_grace.dispute_after_completion = 0_d;
  CHECK(text(clocks_of(short_protection, no_grace).dispute) == "none");
}

TEST_CASE("grace: none in 2016, so closes is the last chance") {
  const Clocks clocks = clocks_of(in_transit(), policy_2016());
  CHECK(text(clocks.last_chance) == text(day(45)));
  CHECK(text(listed_closes(assess(in_transit(), policy_2016(), day(45)))) == "none");
  CHECK(schedule_of(in_transit(), clocks).size() == 2);
}

TEST_CASE("grace: the schedule has closes first, then the last chance") {
  const Order order = in_transit();
  const auto schedule = schedule_of(order, clocks_of(order, policy_2017()));
  std::vector<std::string> closes;
  for (const ScheduledDeadline& deadline : schedule) {
    if (deadline.kind != DeadlineKind::closes) continue;
    closes.push_back(text(deadline.since) + " .. " + text(std::optional(deadline.at)));
  }
  CHECK(closes == std::vector<std::string>{"none .. " + text(day(45)),
                                           text(day(45)) + " .. " + text(day(60))});
}
