// The contents of calendar events; see docs/calendar.md.
#include "render/calendar_event.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using enum DeadlineKind;

namespace {

struct Example {
  Order order = testing::order().shipped(day(0)).days(30);
  Announcement announcement{closes, false, day(30), false, true};
  bool removed = false;
  std::vector<Seconds> alarms = {Days{4}, Days{1}};
  Zone zone = Zone::utc();

  CalendarEvent event() const {
    const Policy policy = policy_2016();
    const AssessedOrder of{order, policy, day(10)};
    return calendar_event({of, removed, 12, day(5), zone, alarms}, announcement);
  }
};

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("each kind of deadline has its own heading and UID") {
  struct Row {
    DeadlineKind kind;
    bool last_chance;
    const char* heading;
    const char* identity;
  };
  const Row rows[] = {
      {ship_by, false, "Ship-by deadline: ", "-ship_by@"},
      {deadline, false, "Guaranteed delivery date: ", "-deadline@"},
      {closes, false, "Protection ends: ", "-closes@"},
      {closes, true, "Last chance to open a dispute: ", "-closes-grace@"},
      {auto_escalates, false, "Dispute escalates automatically: ", "-auto_escalates@"},
      {reason_change, false, "Last chance to change the reason: ", "-reason_change@"},
      {evidence_due, false, "Evidence due: ", "-evidence_due@"},
      {pickup_by, false, "Pickup deadline: ", "-pickup_by@"},
      {return_by, false, "Return deadline: ", "-return_by@"},
  };
  for (const Row& row : rows) {
    Example example;
    example.order.title = "USB hub";
    example.announcement.kind = row.kind;
    example.announcement.last_chance = row.last_chance;
    CHECK(example.event().summary == row.heading + std::string("USB hub"));
    CHECK(example.event().uid == example.order.number.text() + row.identity + "aliprotect");
    CHECK(example.event().category == to_string(row.kind));
  }
}

TEST_CASE("the UID depends only on the order number") {
  const Example example;
  Example other;
  other.order.id.value = 77;
  other.order.title = "another";
  other.announcement.at = day(40);
  other.announcement.cancelled = true;
  other.removed = true;
  CHECK(example.event().uid == other.event().uid);
}

TEST_CASE("the description contains the order, its price and the next step") {
  Example example;
  example.order.title = "USB hub";
  example.order.seller = "Example Store";
  example.order.price = Money{1234, *Currency::from_code("USD")};
  CHECK(example.event().description ==
        "Order: " + example.order.number.text() +
            "\nTitle: USB hub\nSeller: Example Store\nPrice: 12.34 USD, at risk\n"
            "Next step, as of Sun 2026-10-11 00:00: wait for delivery until Tue 2026-10-27 00:00\n"
            "The goods are on their way.");
}

TEST_CASE("absent facts are not in the description") {
  const std::string text = Example().event().description;
  for (const char* word : {"Title", "Seller", "Price", "no longer applies", "deleted"}) {
    INFO(word);
    CHECK_FALSE(says(text, word));
  }
  CHECK(Example().event().summary == "Protection ends: " + Example().order.number.text());
}

TEST_CASE("a cancelled event says so, and a deleted order has no next step") {
  Example example;
  example.order.price = Money{1234, *Currency::from_code("USD")};
  example.announcement.cancelled = true;
  example.announcement.has_alarms = false;
  CHECK(example.event().cancelled);
  CHECK(example.event().alarms.empty());
  CHECK(says(example.event().description, "This deadline no longer applies.\n"));
  CHECK(says(example.event().description, "Next step"));
  example.removed = true;
  CHECK(says(example.event().description, "This order has been deleted."));
  CHECK_FALSE(says(example.event().description, "Next step"));
  CHECK_FALSE(says(example.event().description, "at risk"));
}

TEST_CASE("a long title is cut only in the heading, and control characters are escaped") {
  Example example;
  example.order.title = "a\r\nb\x1b[31m\xff " + std::string(1'000, 'x');
  const CalendarEvent event = example.event();
  CHECK(event.summary == "Protection ends: a\\r\\nb\\u001b[31m\\xff " + std::string(38, 'x') + "…");
  CHECK(
      says(event.description, "Title: a\\r\\nb\\u001b[31m\\xff " + std::string(1'000, 'x') + "\n"));
}
