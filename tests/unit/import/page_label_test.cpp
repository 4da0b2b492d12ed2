#include "import/text/page_label.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

struct Row {
  const char* line;
  Role role;
  const char* value;
};

const Row rows[] = {
    {"Order ID: 8190000000030001", Role::number, "8190000000030001"},
    {"Order date: Sep 13, 2026", Role::ordered, "Sep 13, 2026"},
    {"Order date", Role::ordered, ""},
    {"Placed on Jan 01,2026, 12:00", Role::ordered, "jan 01,2026, 12:00"},
    {"Aufgegeben am Jan 01,2026, 12:00", Role::ordered, "jan 01,2026, 12:00"},
    {"Refund if no delivery before Nov 30, 2026", Role::closes, "nov 30, 2026"},
    {"Your order will be completed automatically in 12 days 03:04:05", Role::closes,
     "12 days 03:04:05"},
    {"Apply for $1.00 coupon code if delayed by Sep 26, 2026", Role::deadline, "sep 26, 2026"},
    {"Estimated delivery date: Oct 30, 2026", Role::ignored, "date: oct 30, 2026"},
};

constexpr const char* others[] = {"", "Desk lamp", "Desk lamp: with LED", "Refund if items damaged",
                                  "https://www.aliexpress.com/"};

}  // namespace

TEST_CASE("page label: the label and value of a line") {
  for (const Row& row : rows) {
    INFO(row.line);
    const auto label = read_label(row.line);
    REQUIRE(label);
    CHECK(label->role == row.role);
    CHECK(label->value == row.value);
  }
  for (const char* line : others) {
    INFO(line);
    CHECK_FALSE(read_label(line));
  }
}
