#include "render/timeline/timeline.h"

#include "support/catch.h"
#include "support/order_builder.h"

namespace aliprotect {
namespace {

using namespace testing;

const char* name(BarPart part) {
  static constexpr const char* names[] = {"waiting",  "shipped", "window",
                                          "extended", "grace",   "dispute"};
  return names[static_cast<std::size_t>(part)];
}

const char* name(BarMark mark) {
  static constexpr const char* names[] = {"due", "delivered", "deadline", "closes", "finished"};
  return names[static_cast<std::size_t>(mark)];
}

/// Describes a bar on a scale with one column per day from day 0 to day 100, without today:
/// `shipped 3-48, closes 48`.
std::string drawn(const Order& order, const Policy& policy, Instant now) {
  const OrderBar bar = bar_of({order, policy, now});
  const PlacedBar at = placed(bar, TimeScale({day(0), day(100)}, day(-1), 100));
  std::string text;
  const auto add = [&](const std::string& piece) { text += (text.empty() ? "" : ", ") + piece; };
  if (at.begins == BarEnd::unknown) add("?");
  if (at.begins == BarEnd::beyond) add("<");
  for (const PlacedSpan& span : at.spans) {
    add(std::string(name(span.part)) + " " + std::to_string(span.first) + "-" +
        std::to_string(span.last));
  }
  for (const PlacedMark& mark : at.marks) {
    add(std::string(name(mark.mark)) + " " + std::to_string(mark.column));
  }
  if (at.ends == BarEnd::unknown) add("?");
  if (at.ends == BarEnd::beyond) add(">");
  return text;
}

struct Row {
  const char* name;
  Order order;
  const char* drawn;
};

// clang-format off
const Row rows[] = {
    {"nothing is known", order(), ""},
    {"not shipped, no ship-by", order().ordered(day(2)), "waiting 2-99, ?"},
    {"not shipped", order().ordered(day(2)).ship_by(day(9)), "waiting 2-9, due 9"},
    {"not shipped, order date unknown", order().ship_by(day(9)), "?, waiting 0-9, due 9"},
    {"not shipped, the close is typed", order().ordered(day(2)).ship_by(day(9)).closes(day(60)),
     "waiting 2-60, due 9, closes 60"},
    {"shipped, the deadline closes", order().shipped(day(3)).days(45),
     "shipped 3-48, window 8-48, closes 48"},
    {"shipped, the deadline before the close", order().shipped(day(3)).days(30).protection_days(60),
     "shipped 3-63, window 8-63, deadline 33, closes 63"},
    {"shipping date unknown", order().ordered(day(1)).shipped_some_time().closes(day(50)),
     "shipped 1-50, closes 50"},
    {"shipped, nothing else is known", order().shipped(day(3)),
     "shipped 3-99, window 8-99, ?"},
    {"a short promise can be disputed at once", order().shipped(day(3)).days(5),
     "shipped 3-8, window 3-8, closes 8"},
    {"protection too short for a dispute", order().shipped(day(3)).protection_days(4),
     "shipped 3-7, closes 7"},
    {"an extension asked for", order().shipped(day(3)).days(45).requested(day(46), 10),
     "shipped 3-48, window 8-48, closes 48"},
    {"an extension granted", order().shipped(day(3)).days(45).requested(day(46), 10).granted(day(47)),
     "shipped 3-58, window 8-58, extended 48-58, deadline 48, closes 58"},
    {"delivered", order().shipped(day(3)).days(45).delivered(day(20)),
     "shipped 3-48, window 8-48, delivered 20, closes 48"},
    {"waits for collection", order().shipped(day(3)).days(45).pickup_by(day(30)),
     "shipped 3-48, window 8-48, due 30, closes 48"},
    {"a dispute escalates automatically", order().shipped(day(3)).days(45).dispute(day(20)),
     "shipped 3-48, window 8-48, dispute 20-35, due 35, deadline 48"},
    {"a dispute holds an order open whose deadline is unknown",
     order().shipped(day(3)).closes(day(48)).dispute(day(20)),
     "shipped 3-48, window 8-48, dispute 20-35, due 35"},
    {"time of the ruling unknown", order().shipped(day(3)).days(45).dispute(day(20)).escalated(day(24)),
     "shipped 3-48, window 8-48, dispute 20-99, deadline 48, ?"},
    {"it wants evidence", order().shipped(day(3)).days(45).dispute(day(20)).escalated(day(24)).evidence_due(day(28)),
     "shipped 3-48, window 8-48, dispute 20-99, due 28, deadline 48, ?"},
    {"a dispute that was cancelled", order().shipped(day(3)).days(45).dispute(day(20)).dispute_cancelled(day(22)),
     "shipped 3-48, window 8-48, dispute 20-22, closes 48"},
    {"confirmed: nothing after it", order().shipped(day(3)).days(45).delivered(day(20)).confirmed(day(21)),
     "shipped 3-21, window 8-21, delivered 20, finished 21"},
    {"cancelled", order().ordered(day(2)).ship_by(day(9)).cancelled(day(4)), "waiting 2-4, finished 4"},
    {"goods to be sent back", order().shipped(day(3)).days(45).dispute(day(20)).want(Want::return_goods)
         .resolved(Outcome::refunded, day(30)).return_by(day(37)),
     "waiting 30-37, shipped 3-30, window 8-30, dispute 20-30, due 37, finished 30"},
    {"goods to be sent back, no return-by", order().shipped(day(3)).dispute(day(20)).want(Want::return_goods)
         .resolved(Outcome::refunded, day(30)),
     "waiting 30-99, shipped 3-30, window 8-30, dispute 20-30, finished 30, ?"},
    {"begun before the picture", order().shipped(day(-9)).days(45), "<, shipped 0-36, window 0-36, closes 36"},
    {"closes after it", order().shipped(day(80)).days(45), "shipped 80-99, window 85-99, >"},
    {"all before it", order().shipped(day(-50)).days(45), "<"},
    {"all after it", order().shipped(day(150)).days(45), ">"},
    {"shipped and closed at the same instant", order().shipped(day(3)).protection_days(0), "closes 3"},
};
// clang-format on

TEST_CASE("an order is a bar from shipment to close") {
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(drawn(row.order, policy_2016(), day(25)) == row.drawn);
  }
}

TEST_CASE("grace follows the close and ends the bar") {
  CHECK(drawn(order().shipped(day(3)).days(45), policy_2017(), day(25)) ==
        "shipped 3-63, window 13-63, grace 48-63, deadline 48, closes 63");
}

TEST_CASE("an automatically escalated dispute has no known end") {
  CHECK(drawn(order().shipped(day(3)).days(45).dispute(day(20)), policy_2016(), day(35)) ==
        "shipped 3-48, window 8-48, dispute 20-99, deadline 48, ?");
}

TimeRange range(const std::vector<Order>& orders, Instant now) {
  const Policy policy = policy_2016();
  std::vector<OrderBar> bars;
  for (const Order& order : orders) bars.push_back(bar_of({order, policy, now}));
  return range_of(bars, now);
}

TEST_CASE("the range includes all bars and today") {
  CHECK(range({order().shipped(day(3)).days(45), order().shipped(day(9)).days(20)}, day(25)) ==
        TimeRange{day(3), day(48)});
  CHECK(range({order().shipped(day(3)).days(45)}, day(60)) == TimeRange{day(3), day(60)});
  CHECK(range({order().shipped(day(3)).days(45)}, day(1)) == TimeRange{day(1), day(48)});
}

TEST_CASE("an order far in the future does not squeeze the others") {
  CHECK(range({order().shipped(day(3)).days(3650)}, day(25)) ==
        TimeRange{day(3), day(25) + farthest_shown});
  CHECK(range({order().shipped(day(-900)).protection_days(920)}, day(0)) ==
        TimeRange{day(0) - farthest_shown, day(20)});
}

TEST_CASE("the range is never empty") {
  CHECK(range({}, day(0)) == TimeRange{day(0), day(1)});
  CHECK(range({order().ordered(day(0))}, day(0)) == TimeRange{day(0), day(1)});
  CHECK(range({order().ordered(day(-20))}, day(0)) == TimeRange{day(-20), day(2)});
}

}  // namespace
}  // namespace aliprotect
