#include "core/time/local_day.h"

#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;

TEST_CASE("months are those of the local calendar") {
  struct Row {
    const char* at;
    const char* zone;
    const char* month;
  };
  const Row rows[] = {
      {"2026-10-31T22:59:59Z", "Europe/Berlin", "2026-10"},
      {"2026-10-31T23:00:00Z", "Europe/Berlin", "2026-11"},
      {"2026-11-01T06:59:59Z", "America/Los_Angeles", "2026-10"},
      {"2026-11-01T07:00:00Z", "America/Los_Angeles", "2026-11"},
      {"2026-12-31T23:59:59Z", "UTC", "2026-12"},
      {"2027-01-01T00:00:00Z", "UTC", "2027-01"},
      {"2028-02-29T12:00:00Z", "UTC", "2028-02"},
  };
  for (const Row& row : rows) {
    INFO(row.at << " in " << row.zone);
    CHECK(month_of(at(row.at), Zone::named(row.zone)) == row.month);
  }
}
