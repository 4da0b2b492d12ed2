#include "render/timeline/time_scale.h"

#include "support/catch.h"
#include "support/order_builder.h"

namespace aliprotect {
namespace {

using namespace testing;

constexpr std::size_t nowhere = 9999;

struct Row {
  const char* name;
  Instant from, until, now;
  std::size_t columns;
  std::size_t today;  // nowhere: outside the range
};

const Row rows[] = {
    {"in the middle", day(0), day(10), day(5), 20, 10},
    {"at the first instant: there is one column before everything ahead", day(0), day(10), day(0),
     20, 1},
    {"at the last instant: something is ahead", day(0), day(10), day(10), 20, 18},
    {"a second before the picture", day(0), day(10), day(0) - Seconds{1}, 20, nowhere},
    {"a second after it", day(0), day(10), day(10) + Seconds{1}, 20, nowhere},
    {"a range of one day", day(0), day(1), day(0) + Seconds{43'200}, 80, 40},
    {"a range of ten years", day(-1825), day(1825), day(0), 80, 40},
    {"all that can be recorded", first_instant, last_instant, last_instant, 250, 248},
    {"equal instants", day(3), day(3), day(3), 20, 1},
    {"the least columns", day(0), day(10), day(9), 3, 1},
    {"a drawing", day(0), day(100), day(25), 10'000, 2'500},
};

TEST_CASE("today has a column if it is in the range") {
  for (const Row& row : rows) {
    INFO(row.name);
    const TimeScale scale({row.from, row.until}, row.now, row.columns);
    CHECK(scale.today().value_or(nowhere) == row.today);
  }
}

TEST_CASE("the past is left of today and the future right of it, at every width") {
  for (const Row& row : rows) {
    for (std::size_t columns = 3; columns <= 250; ++columns) {
      INFO(row.name << ", " << columns << " columns");
      const TimeScale scale({row.from, row.until}, row.now, columns);
      if (!scale.today()) continue;
      CHECK(scale.column_of(row.now) == *scale.today() - 1);
      CHECK(scale.column_of(row.from) < *scale.today());
      if (row.now < row.until) {
        CHECK(scale.column_of(row.now + Seconds{1}) == *scale.today() + 1);
        CHECK(scale.column_of(row.until) == columns - 1);
      }
    }
  }
}

TEST_CASE("columns never decrease with time and stay in range") {
  for (const Row& row : rows) {
    for (const std::size_t columns : {3, 20, 79, 250, 10'000}) {
      INFO(row.name << ", " << columns << " columns");
      const TimeScale scale({row.from, row.until}, row.now, columns);
      const Seconds step = std::max<Seconds>((row.until - row.from) / 997, Seconds{1});
      std::size_t last = 0;
      for (Instant at = row.from - 3 * step; at <= row.until + 3 * step; at += step) {
        const std::size_t column = scale.column_of(at);
        REQUIRE(column >= last);
        REQUIRE(column < columns);
        last = column;
      }
    }
  }
}

TEST_CASE("days have equal widths, except for the present") {
  const TimeScale scale({day(0), day(20)}, day(30), 20);
  for (int i = 0; i < 20; ++i) CHECK(scale.column_of(day(i)) == static_cast<std::size_t>(i));
  CHECK(scale.column_of(day(-5)) == 0);
  CHECK(scale.column_of(day(25)) == 19);
}

}  // namespace
}  // namespace aliprotect
