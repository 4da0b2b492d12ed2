// A day is 86,400 seconds, whatever the local clock does; and the meaning of a date in a zone. See
// aliprotect-rules(7), "TIME".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

constexpr auto pacific = "America/Los_Angeles";
constexpr auto berlin = "Europe/Berlin";

struct Count {
  const char* name;
  const char* shipped;
  int days;
  const char* closes;
};

struct TypedEnd {
  const char* name;
  const char* date;
  const char* in_berlin;
  const char* in_pacific;
};

}  // namespace

TEST_CASE(
    "time: a real order with two parcels and 90 days across the start of daylight saving time") {
  const Order real = order()
                         .shipped("2024-02-25T18:02:11-08:00")
                         .shipped("2024-02-27T23:15:30-08:00")
                         .protection_days(90);
  const Instant end = at("2024-05-28T00:15:30-07:00");
  const Clocks clocks = clocks_of(real, policy_2016());
  CHECK(text(clocks.shipped) == text(at("2024-02-27T23:15:30-08:00")));
  CHECK(text(clocks.closes) == text(end));
  CHECK(*clocks.closes - *clocks.shipped == 90 * Seconds{86'400});
  CHECK(to_string(status_of(real, clocks, end - 1s)) == "in_transit");
  CHECK(to_string(status_of(real, clocks, end)) == "auto_closed");
}

TEST_CASE("time: days are not calendar days") {
  const std::vector<Count> counts = {
      {"over the leap day", "2024-02-28T12:00:00Z", 2, "2024-03-01T12:00:00Z"},
      {"from the leap day", "2024-02-29T23:59:59Z", 366, "2025-03-01T23:59:59Z"},
      {"no leap day in a common year", "2026-02-28T12:00:00Z", 1, "2026-03-01T12:00:00Z"},
      {"no leap day in 2100", "2100-02-28T12:00:00Z", 1, "2100-03-01T12:00:00Z"},
      {"over the year's end", "2026-12-31T23:59:59Z", 45, "2027-02-14T23:59:59Z"},
      {"to the year's last second", "2026-11-16T23:59:59Z", 45, "2026-12-31T23:59:59Z"},
      {"Pacific clocks go forward: one hour later on the wall", "2026-03-07T22:30:00-08:00", 2,
       "2026-03-09T23:30:00-07:00"},
      {"Pacific clocks go forward: a day and a calendar date more", "2026-03-07T23:30:00-08:00", 1,
       "2026-03-09T00:30:00-07:00"},
      {"Pacific clocks go back: one hour earlier on the wall", "2026-10-31T00:30:00-07:00", 2,
       "2026-11-01T23:30:00-08:00"},
      {"Berlin's go forward on another Sunday", "2026-03-28T12:00:00+01:00", 1,
       "2026-03-29T13:00:00+02:00"},
      {"Berlin's go back on another Sunday", "2026-10-24T12:00:00+02:00", 1,
       "2026-10-25T11:00:00+01:00"},
      {"from inside the repeated hour", "2026-10-25T02:30:00+02:00", 1,
       "2026-10-26T01:30:00+01:00"},
  };
  for (const Count& row : counts) {
    INFO(row.name);
    const Clocks clocks = clocks_of(
        order().shipped(row.shipped).days(row.days).protection_days(row.days), policy_2016());
    CHECK(text(clocks.deadline) == text(at(row.closes)));
    CHECK(text(clocks.closes) == text(at(row.closes)));
  }
}

TEST_CASE("time: a date as an end is its last second in the zone, a different instant in each") {
  const std::vector<TypedEnd> ends = {
      {"winter in both", "2026-12-15", "2026-12-15T22:59:59Z", "2026-12-16T07:59:59Z"},
      {"summer in both", "2026-07-15", "2026-07-15T21:59:59Z", "2026-07-16T06:59:59Z"},
      {"leap day", "2024-02-29", "2024-02-29T22:59:59Z", "2024-03-01T07:59:59Z"},
      {"the year's end", "2026-12-31", "2026-12-31T22:59:59Z", "2027-01-01T07:59:59Z"},
      {"Pacific clocks go forward that day", "2026-03-08", "2026-03-08T22:59:59Z",
       "2026-03-09T06:59:59Z"},
      {"Berlin's go forward that day", "2026-03-29", "2026-03-29T21:59:59Z",
       "2026-03-30T06:59:59Z"},
      {"Berlin's go back that day", "2026-10-25", "2026-10-25T22:59:59Z", "2026-10-26T06:59:59Z"},
      {"Pacific clocks go back that day", "2026-11-01", "2026-11-01T22:59:59Z",
       "2026-11-02T07:59:59Z"},
  };
  for (const TypedEnd& row : ends) {
    INFO(row.name);
    const Order here = order().shipped("2024-01-02").closes(last_second(row.date, berlin));
    const Order there = order().shipped("2024-01-02").closes(last_second(row.date, pacific));
    const Clocks in_berlin = clocks_of(here, policy_2016());
    const Clocks in_pacific = clocks_of(there, policy_2016());
    CHECK(text(in_berlin.closes) == text(at(row.in_berlin)));
    CHECK(text(in_pacific.closes) == text(at(row.in_pacific)));
    CHECK(to_string(status_of(here, in_berlin, at(row.in_berlin))) == "auto_closed");
    CHECK(to_string(status_of(there, in_pacific, at(row.in_berlin))) == "in_transit");
    CHECK(to_string(status_of(there, in_pacific, at(row.in_pacific) - 1s)) == "in_transit");
    CHECK(to_string(status_of(there, in_pacific, at(row.in_pacific))) == "auto_closed");
  }
}

TEST_CASE("time: a date as a beginning is its first second in the zone") {
  const Clocks in_berlin =
      clocks_of(order().shipped(first_second("2026-03-08", berlin)).days(45), policy_2016());
  const Clocks in_pacific =
      clocks_of(order().shipped(first_second("2026-03-08", pacific)).days(45), policy_2016());
  CHECK(text(in_berlin.dispute) == "2026-03-12T23:00:00Z .. 2026-04-21T23:00:00Z");
  CHECK(text(in_pacific.dispute) == "2026-03-13T08:00:00Z .. 2026-04-22T08:00:00Z");
}

TEST_CASE(
    "time: from date to date is a second less than the days, and an hour off when clocks change") {
  // Shipped on the 24th, guaranteed for the 29th: 6 calendar days less a second.
  const auto promised = [](const char* shipped, const char* deadline, const char* zone) {
    const Order typed = order()
                            .shipped(first_second(shipped, zone))
                            .deadline(last_second(deadline, zone))
                            .protection_days(30);
    const Clocks clocks = clocks_of(typed, policy_2016());
    return clocks.dispute->from == *clocks.shipped ? "at once" : "after 5 days";
  };
  CHECK(promised("2026-06-24", "2026-06-28", berlin) == std::string("at once"));
  CHECK(promised("2026-06-24", "2026-06-29", berlin) == std::string("after 5 days"));
  CHECK(promised("2026-10-21", "2026-10-25", pacific) == std::string("at once"));
  CHECK(promised("2026-10-21", "2026-10-25", berlin) == std::string("after 5 days"));
  CHECK(promised("2026-03-25", "2026-03-29", berlin) == std::string("at once"));
}
