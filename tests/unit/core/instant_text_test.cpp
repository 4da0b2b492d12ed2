// Formatting instants, and parsing RFC 3339.
#include "aliprotect/time.h"
#include "support/catch.h"

using namespace aliprotect;
using namespace std::chrono_literals;

TEST_CASE("RFC 3339: formatting and parsing") {
  struct Row {
    const char* name;
    std::int64_t seconds;
    const char* text;
  };
  const Row rows[] = {
      {"first instant", 0, "1970-01-01T00:00:00Z"},
      {"last second of a leap day", 951868799, "2000-02-29T23:59:59Z"},
      {"after it", 951868800, "2000-03-01T00:00:00Z"},
      {"last second of a year", 1798761599, "2026-12-31T23:59:59Z"},
      {"first of the next", 1798761600, "2027-01-01T00:00:00Z"},
      {"beyond 32 bits", 4294967296, "2106-02-07T06:28:16Z"},
      {"last instant", 32503679999, "2999-12-31T23:59:59Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Instant at{Seconds{row.seconds}};
    CHECK(to_rfc3339(at) == row.text);
    CHECK(from_rfc3339(row.text) == at);
  }
  CHECK(to_rfc3339(first_instant) == "1970-01-01T00:00:00Z");
  CHECK(to_rfc3339(last_instant) == "2999-12-31T23:59:59Z");
}

TEST_CASE("RFC 3339: offsets") {
  const Instant noon = *from_rfc3339("2026-12-15T12:00:00Z");
  for (const char* text : {"2026-12-15T14:00:00+02:00", "2026-12-15T04:00:00-08:00",
                           "2026-12-16T11:59:00+23:59", "2026-12-15T12:00:00-00:00"}) {
    INFO(text);
    CHECK(from_rfc3339(text) == noon);
  }
}

TEST_CASE("RFC 3339: other text is rejected") {
  for (const char* text : {"",
                           "2026-12-15",
                           "2026-12-15T08:30Z",
                           "2026-12-15T08:30:00",
                           "2026-12-15 08:30:00Z",
                           "2026-12-15t08:30:00Z",
                           "2026-12-15T08:30:00z",
                           " 2026-12-15T08:30:00Z",
                           "2026-12-15T08:30:00Z ",
                           "2026-12-15T08:30:00.0Z",
                           "2026-12-15T08:30:00+02",
                           "2026-12-15T08:30:00+0200",
                           "2026-12-15T08:30:00+02:00:00",
                           "2026-12-15T08:30:00+24:00",
                           "2026-12-15T08:30:00+02:60",
                           "2026-02-29T00:00:00Z",
                           "2026-00-01T00:00:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-12-00T00:00:00Z",
                           "2026-12-15T24:00:00Z",
                           "2026-12-15T08:60:00Z",
                           "2026-12-31T23:59:60Z",
                           "26-12-15T08:30:00Z",
                           "+2026-12-15T08:30:00Z",
                           "02026-12-15T08:30:00Z",
                           "2026-12-15T08:30:0xZ",
                           "1969-12-31T23:59:59Z",
                           "3000-01-01T00:00:00Z",
                           "1970-01-01T00:00:00+00:01",
                           "2999-12-31T23:59:59-00:01"}) {
    INFO(text);
    CHECK_FALSE(from_rfc3339(text).has_value());
  }
}

TEST_CASE("an instant is formatted in a zone") {
  struct Row {
    const char* name;
    const char* at;
    Bound bound;
    const char* zone;
    const char* text;
  };
  const Row rows[] = {
      {"to the minute", "2026-12-15T08:30:00Z", Bound::end, "UTC", "Tue 2026-12-15 08:30"},
      {"seconds are left out", "2026-12-15T08:30:05Z", Bound::end, "UTC", "Tue 2026-12-15 08:30"},
      {"in the zone, over midnight", "2026-12-15T23:30:00Z", Bound::end, "Europe/Berlin",
       "Wed 2026-12-16 00:30"},
      {"a beginning at the first second", "2026-12-15T00:00:00Z", Bound::begin, "UTC",
       "Tue 2026-12-15"},
      {"a beginning a second later", "2026-12-15T00:00:01Z", Bound::begin, "UTC",
       "Tue 2026-12-15 00:00"},
      {"an end at the first second", "2026-12-15T00:00:00Z", Bound::end, "UTC",
       "Tue 2026-12-15 00:00"},
      {"an end at the last second", "2026-12-15T23:59:59Z", Bound::end, "UTC", "Tue 2026-12-15"},
      {"an end a second earlier", "2026-12-15T23:59:58Z", Bound::end, "UTC",
       "Tue 2026-12-15 23:59"},
      {"a beginning at the last second", "2026-12-15T23:59:59Z", Bound::begin, "UTC",
       "Tue 2026-12-15 23:59"},
      {"the end of a day of 23 hours", "2026-03-29T21:59:59Z", Bound::end, "Europe/Berlin",
       "Sun 2026-03-29"},
      {"the end of a day of 25 hours", "2026-11-02T07:59:59Z", Bound::end, "America/Los_Angeles",
       "Sun 2026-11-01"},
      {"a day without midnight", "2018-11-04T03:00:00Z", Bound::begin, "America/Sao_Paulo",
       "Sun 2018-11-04"},
      {"the second midnight is not a beginning", "2024-11-03T05:00:00Z", Bound::begin,
       "America/Havana", "Sun 2024-11-03 00:00"},
      {"the first 23:59:59 is not an end", "2018-02-18T01:59:59Z", Bound::end, "America/Sao_Paulo",
       "Sat 2018-02-17 23:59"},
      {"leap day", "2028-02-29T23:59:59Z", Bound::end, "UTC", "Tue 2028-02-29"},
      {"first instant", "1970-01-01T00:00:00Z", Bound::begin, "UTC", "Thu 1970-01-01"},
      {"last instant", "2999-12-31T23:59:59Z", Bound::end, "UTC", "Tue 2999-12-31"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_text(*from_rfc3339(row.at), row.bound, Zone::named(row.zone)) == row.text);
  }
}

TEST_CASE("the short format omits the year of near dates") {
  struct Row {
    const char* name;
    const char* at;
    Bound bound;
    const char* zone;
    const char* text;
  };
  const Row rows[] = {
      {"with its clock", "2026-11-25T07:30:00Z", Bound::end, "Europe/Berlin", "Wed 25 Nov 08:30"},
      {"another zone", "2026-11-25T07:30:00Z", Bound::end, "Asia/Tokyo", "Wed 25 Nov 16:30"},
      {"seconds are left out", "2026-11-25T07:30:58Z", Bound::end, "UTC", "Wed 25 Nov 07:30"},
      {"the end of a day", "2026-11-25T22:59:59Z", Bound::end, "Europe/Berlin", "Wed 25 Nov"},
      {"its beginning", "2026-11-24T23:00:00Z", Bound::begin, "Europe/Berlin", "Wed 25 Nov"},
      {"the other bound", "2026-11-25T00:00:00Z", Bound::end, "UTC", "Wed 25 Nov 00:00"},
      {"one digit", "2026-12-05T23:59:59Z", Bound::end, "UTC", "Sat 5 Dec"},
      {"over the new year", "2027-01-02T23:59:59Z", Bound::end, "UTC", "Sat 2 Jan"},
      {"182 days", "2027-05-21T23:59:59Z", Bound::end, "UTC", "Fri 21 May"},
      {"half a year", "2027-05-22T23:59:59Z", Bound::end, "UTC", "Sat 22 May 2027"},
      {"half a year ago", "2026-05-20T12:00:00Z", Bound::end, "UTC", "Wed 20 May 2026 12:00"},
      {"a leap day", "2028-02-29T23:59:59Z", Bound::end, "UTC", "Tue 29 Feb 2028"},
  };
  const Instant now = *from_rfc3339("2026-11-20T12:00:00Z");
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_short_text(*from_rfc3339(row.at), row.bound, now, Zone::named(row.zone)) == row.text);
  }
}

TEST_CASE("instants outside the accepted range can be formatted") {
  const Zone utc = Zone::utc();
  CHECK(to_rfc3339(last_instant + Days{365} * 100000) == "9999-12-31T23:59:59Z");
  CHECK(to_rfc3339(first_instant - Days{365} * 100000) == "0000-01-01T00:00:00Z");
  CHECK(to_text(last_instant + Days{365} * 100000, Bound::end, utc).substr(0, 8) == "Wed 9999");
  CHECK(to_short_text(last_instant + Days{365} * 100000, Bound::end, first_instant, utc)
            .starts_with("Wed 29 Dec 9999"));
}

TEST_CASE("the distance from now, as text and in whole days") {
  struct Row {
    const char* name;
    Seconds distance;
    const char* text;
    std::int64_t days;
  };
  const Row rows[] = {
      {"now", 0s, "now", 0},
      {"a second", 1s, "in 1 s", 0},
      {"a second ago", -1s, "1 s ago", -1},
      {"under a minute", 59s, "in 59 s", 0},
      {"minutes alone", 35min + 59s, "in 35 min", 0},
      {"minutes ago", -35min, "35 min ago", -1},
      {"last second before the hour", 1h - 1s, "in 59 min", 0},
      {"an hour", 1h, "in 1 h", 0},
      {"hours and minutes", 2h + 5min, "in 2 h 5 min", 0},
      {"last second before the day", 24h - 1s, "in 23 h 59 min", 0},
      {"a day", 24h, "in 1 d", 1},
      {"days and hours", 52h, "in 2 d 4 h", 2},
      {"two units at most", 52h + 59min + 59s, "in 2 d 4 h", 2},
      {"no unit is skipped over", 48h + 59min, "in 2 d", 2},
      {"days and hours ago", -74h, "3 d 2 h ago", -4},
      {"a whole day ago", -24h, "1 d ago", -1},
      {"a day and a second ago", -24h - 1s, "1 d ago", -2},
  };
  const Instant now = *from_rfc3339("2026-12-15T08:30:20Z");
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(to_distance(now + row.distance, now) == row.text);
    CHECK(days_left(now + row.distance, now) == row.days);
  }
}
