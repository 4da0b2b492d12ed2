// What an extension moves, and what it does not move; see aliprotect-rules(7), "CLOCKS".
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// Closes on day 45 before any extension; the deadline is day 30.
OrderBuilder in_transit() { return order().shipped(day(0)).days(30).protection_days(45); }

struct Row {
  const char* name;
  Order order;
  std::optional<Instant> closes;
  int granted;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> all = {
      {"no extension", in_transit(), day(45), 0},
      {"a pending request never moves closes", in_transit().requested(day(42), 10), day(45), 0},
      {"a declined request never moves closes",
       in_transit().requested(day(42), 10).declined(day(43)), day(45), 0},
      {"base + the days of a granted extension",
       in_transit().requested(day(42), 10).granted(day(43)), day(55), 10},
      {"base + the days of every granted extension",
       in_transit().requested(day(42), 10).granted(day(43)).requested(day(52), 5).granted(day(53)),
       day(60), 15},
      {"only the granted ones count",
       in_transit()
           .requested(day(30), 7)
           .declined(day(31))
           .requested(day(42), 10)
           .granted(day(43))
           .requested(day(52), 20),
       day(55), 10},
      {"a grant in the future counts: now never filters facts",
       in_transit().requested(day(42), 10).granted(day(400)), day(55), 10},
      {"days are added to a typed closes as well",
       order().shipped(day(0)).closes(day(50) - 1s).requested(day(42), 10).granted(day(43)),
       day(60) - 1s, 10},
      {"days are added where closes is the deadline",
       order().shipped(day(0)).days(30).requested(day(28), 10).granted(day(29)), day(40), 10},
      {"days are added before the shipment to a typed closes",
       order().closes(day(50)).requested(day(42), 10).granted(day(43)), day(60), 10},
      {"unknown closes stays unknown", order().requested(day(42), 10).granted(day(43)), none, 10},
      {"granting with a closing date: closes is exactly that",
       in_transit().requested(day(42), 7).granted_until(day(51) + 9h, 7, day(43)), day(51) + 9h, 7},
      {"days granted after a closing date are added to it",
       in_transit()
           .requested(day(42), 7)
           .granted_until(day(51) + 9h, 7, day(43))
           .requested(day(49), 5)
           .granted(day(50)),
       day(56) + 9h, 12},
      {"a closing date granted after days is what the order page then shows",
       in_transit()
           .requested(day(42), 10)
           .granted(day(43))
           .requested(day(53), 5)
           .granted_until(day(59) + 9h, 5, day(54)),
       day(59) + 9h, 15},
  };
  return all;
}

}  // namespace

TEST_CASE("extensions: each granted one adds its days to closes") {
  for (const Row& row : rows()) {
    INFO(row.name);
    const Clocks clocks = clocks_of(row.order, policy_2016());
    CHECK(text(clocks.closes) == text(row.closes));
    CHECK(clocks.granted.count() == row.granted);
  }
}

TEST_CASE("extensions: a granted closing date is exact, whatever was requested before or after") {
  SECTION("the first request is granted last: its days are added") {
    auto order = in_transit()
                     .requested(day(40), 10)
                     .requested(day(41), 7)
                     .granted_until(day(51) + 9h, 7, day(42))
                     .build();
    order.extensions[0].status = ExtensionStatus::granted;
    order.extensions[0].decided_at = day(44);
    CHECK(text(clocks_of(order, policy_2016()).closes) == text(day(61) + 9h));
  }
  SECTION("the last request was granted first: the date of the page includes it") {
    auto order = in_transit().requested(day(40), 7).requested(day(41), 10).granted(day(42)).build();
    order.extensions[0].status = ExtensionStatus::granted;
    order.extensions[0].decided_at = day(44);
    order.extensions[0].days = 7_d;
    order.extensions[0].closes_at = day(61) + 9h;
    CHECK(text(clocks_of(order, policy_2016()).closes) == text(day(61) + 9h));
  }
}

TEST_CASE("extensions: a granted one moves only closes") {
  const Clocks before = clocks_of(in_transit(), policy_2016());
  const Clocks after =
      clocks_of(in_transit().requested(day(42), 10).granted(day(43)), policy_2016());
  CHECK(text(after.deadline) == text(before.deadline));
  CHECK(after.closes_source == before.closes_source);
  CHECK(text(after.dispute) == text(day(5)) + " .. " + text(day(55)));
  CHECK(text(after.extension) == text(day(52)) + " .. " + text(day(53)));
}

TEST_CASE("extensions: pending and declined requests do not move any clock") {
  for (const Policy& policy : {policy_2016(), policy_2017(), policy_2023()}) {
    CAPTURE(policy.name);
    const Clocks alone = clocks_of(in_transit(), policy);
    CHECK(clocks_of(in_transit().requested(day(42), 10), policy) == alone);
    CHECK(clocks_of(in_transit().requested(day(42), 10).declined(day(43)), policy) == alone);
  }
}

TEST_CASE("extensions: automatic closing waits for the granted days") {
  const Order order = in_transit().requested(day(42), 10).granted(day(43));
  CHECK(to_string(assess(order, policy_2016(), day(45)).status) == "in_transit");
  CHECK(to_string(assess(order, policy_2016(), day(55) - 1s).status) == "in_transit");
  CHECK(to_string(assess(order, policy_2016(), day(55)).status) == "auto_closed");
}
