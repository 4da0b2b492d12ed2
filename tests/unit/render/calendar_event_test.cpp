// What an event tells of an order (docs/calendar.md).
#include "render/calendar_event.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using enum DeadlineKind;

namespace {

struct Told {
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

TEST_CASE("each kind has a heading and an identity of its own") {
  struct Row {
    DeadlineKind kind;
    bool last_chance;
    const char* heading;
    const char* identity;
  };
  const Row rows[] = {
      {ship_by, false, "Time to ship ends: ", "-ship_by@"},
      {deadline, false, "Guaranteed delivery ends: ", "-deadline@"},
      {closes, false, "Protection ends: ", "-closes@"},
      {closes, true, "Last chance for a dispute: ", "-closes-grace@"},
      {auto_escalates, false, "Dispute escalates by itself: ", "-auto_escalates@"},
      {reason_change, false, "Time to change the reason ends: ", "-reason_change@"},
      {evidence_due, false, "Evidence is due: ", "-evidence_due@"},
      {pickup_by, false, "Time to collect the parcel ends: ", "-pickup_by@"},
      {return_by, false, "Time to send the goods back ends: ", "-return_by@"},
  };
  for (const Row& row : rows) {
    Told told;
    told.order.title = "USB hub";
    told.announcement.kind = row.kind;
    told.announcement.last_chance = row.last_chance;
    CHECK(told.event().summary == row.heading + std::string("USB hub"));
    CHECK(told.event().uid == told.order.number.text() + row.identity + "aliprotect");
    CHECK(told.event().category == to_string(row.kind));
  }
}

TEST_CASE("the identity stays, whatever is changed but the number") {
  const Told told;
  Told other;
  other.order.id.value = 77;
  other.order.title = "another";
  other.announcement.at = day(40);
  other.announcement.fell_away = true;
  other.removed = true;
  CHECK(told.event().uid == other.event().uid);
}

TEST_CASE("the description tells the order, its money and what to do") {
  Told told;
  told.order.title = "USB hub";
  told.order.seller = "Example Store";
  told.order.price = Money{1234, *Currency::from_code("USD")};
  CHECK(told.event().description ==
        "Order: " + told.order.number.text() +
            "\nTitle: USB hub\nSeller: Example Store\nPrice: 12.34 USD, at risk\n"
            "Next step, as of Sun 2026-10-11 00:00: wait for delivery until Tue 2026-10-27 00:00\n"
            "The goods are on their way.");
}

TEST_CASE("what is not recorded is not told") {
  const std::string text = Told().event().description;
  for (const char* word : {"Title", "Seller", "Price", "fallen away", "no more"}) {
    INFO(word);
    CHECK_FALSE(says(text, word));
  }
  CHECK(Told().event().summary == "Protection ends: " + Told().order.number.text());
}

TEST_CASE("one that fell away says so, and of a removed order there is nothing to do") {
  Told told;
  told.order.price = Money{1234, *Currency::from_code("USD")};
  told.announcement.fell_away = true;
  told.announcement.rings = false;
  CHECK(told.event().cancelled);
  CHECK(told.event().alarms.empty());
  CHECK(says(told.event().description, "This deadline has fallen away.\n"));
  CHECK(says(told.event().description, "Next step"));
  told.removed = true;
  CHECK(says(told.event().description, "The order is recorded no more."));
  CHECK_FALSE(says(told.event().description, "Next step"));
  CHECK_FALSE(says(told.event().description, "at risk"));
}

TEST_CASE("a title is cut in the heading alone, and shows what it cannot be shown by") {
  Told told;
  told.order.title = "a\r\nb\x1b[31m\xff " + std::string(1'000, 'x');
  const CalendarEvent event = told.event();
  CHECK(event.summary == "Protection ends: a\\r\\nb\\u001b[31m\\xff " + std::string(38, 'x') + "…");
  CHECK(
      says(event.description, "Title: a\\r\\nb\\u001b[31m\\xff " + std::string(1'000, 'x') + "\n"));
}
