#include "render/timeline/time_axis.h"

#include "support/catch.h"
#include "support/order_builder.h"

namespace aliprotect {
namespace {

using namespace testing;

std::string labels(const char* from, const char* until, std::size_t columns,
                   const Zone& zone = Zone::utc()) {
  const TimeScale scale({at(from), at(until)}, at(from), columns);
  std::string text;
  for (const Tick& tick : ticks_of(scale, 8, zone)) text += (text.empty() ? "" : ", ") + tick.label;
  return text;
}

struct Row {
  const char* name;
  const char* from;
  const char* until;
  std::size_t columns;
  const char* labels;
};

const Row rows[] = {
    {"days", "2026-11-20", "2026-11-23", 60, "20 Nov, 21 Nov, 22 Nov, 23 Nov"},
    {"Mondays", "2026-11-01", "2026-12-01", 60, "2 Nov, 9 Nov, 16 Nov, 23 Nov, 30 Nov"},
    {"every other Monday", "2026-10-01", "2026-12-01", 60, "5 Oct, 19 Oct, 2 Nov, 16 Nov, 30 Nov"},
    {"months; January is labelled with its year", "2026-11-02", "2027-04-01", 60,
     "Dec, 2027, Feb, Mar, Apr"},
    {"quarters", "2026-01-01", "2027-08-01", 60, "2026, Apr, Jul, Oct, 2027, Apr, Jul"},
    {"years", "2024-02-29", "2030-01-01", 60, "2025, 2026, 2027, 2028, 2029, 2030"},
    {"ten years on a narrow terminal", "2020-01-01", "2030-01-01", 20, "2020, 2025, 2030"},
    {"leap day", "2024-02-28", "2024-03-01", 60, "28 Feb, 29 Feb, 1 Mar"},
    {"less than a day, with midnight", "2026-11-20T20:00:00Z", "2026-11-21T08:00:00Z", 60,
     "21 Nov"},
    {"less than a day, without", "2026-11-20T10:00:00Z", "2026-11-20T20:00:00Z", 60, ""},
    {"nine hundred years", "1970-01-01", "2870-01-01", 20, "2000, 2500"},
};

TEST_CASE("ticks are as close as their labels allow") {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(labels(row.from, row.until, row.columns) == row.labels);
  }
}

TEST_CASE("days begin at local midnight, even across the end of daylight saving time") {
  const Zone berlin = Zone::named("Europe/Berlin");
  const TimeScale scale({at("2026-10-24"), at("2026-10-27")}, at("2026-10-24"), 60);
  const auto ticks = ticks_of(scale, 8, berlin);
  REQUIRE(ticks.size() == 3);
  CHECK(text(ticks[0].at) == "2026-10-24T22:00:00Z");
  CHECK(text(ticks[1].at) == "2026-10-25T23:00:00Z");
  CHECK(text(ticks[2].at) == "2026-10-26T23:00:00Z");
}

TEST_CASE("labels fit at every width and length") {
  for (std::size_t columns = 20; columns <= 250; ++columns) {
    for (const int days : {1, 2, 5, 13, 30, 61, 120, 240, 400, 1000, 3650, 36'500}) {
      INFO(columns << " columns, " << days << " days");
      const TimeScale scale({day(0), day(days)}, day(-1), columns);
      const auto ticks = ticks_of(scale, 8, Zone::utc());
      for (std::size_t i = 1; i < ticks.size(); ++i) {
        const auto apart = scale.column_of(ticks[i].at) - scale.column_of(ticks[i - 1].at);
        REQUIRE(apart + 1 >= 8);
      }
    }
  }
}

}  // namespace
}  // namespace aliprotect
