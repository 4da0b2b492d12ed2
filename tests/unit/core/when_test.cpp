// All forms of WHEN; see aliprotect(1). Invalid ones: when_refused_test.cpp.
#include "aliprotect/time.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

// Tue 2026-12-15 09:30:20 in Berlin.
const Instant now = *from_rfc3339("2026-12-15T08:30:20Z");

std::string read(const char* text, Bound bound, const char* zone) {
  return to_rfc3339(read_when(text, bound, now, Zone::named(zone)).at);
}

std::string refusal(std::string_view text, const char* zone, Bound bound = Bound::begin) {
  return refusal_of([&] { read_when(text, bound, now, Zone::named(zone)); });
}

}  // namespace

TEST_CASE("WHEN: forms that do not depend on the bound") {
  struct Row {
    const char* name;
    const char* text;
    const char* zone;
    const char* at;
  };
  const Row rows[] = {
      {"wall time", "2026-12-15 08:30", "UTC", "2026-12-15T08:30:00Z"},
      {"wall time with seconds", "2026-12-15 08:30:59", "UTC", "2026-12-15T08:30:59Z"},
      {"wall time is in the zone", "2026-12-15 08:30", "Europe/Berlin", "2026-12-15T07:30:00Z"},
      {"wall time in summer", "2026-07-15 08:30", "Europe/Berlin", "2026-07-15T06:30:00Z"},
      {"blanks around", " \t2026-12-15 08:30\r\n", "UTC", "2026-12-15T08:30:00Z"},
      {"UTC", "2026-12-15T08:30:00Z", "Europe/Berlin", "2026-12-15T08:30:00Z"},
      {"UTC without seconds", "2026-12-15T08:30Z", "Europe/Berlin", "2026-12-15T08:30:00Z"},
      {"offset east", "2026-12-15T08:30:00+02:00", "UTC", "2026-12-15T06:30:00Z"},
      {"offset west over a year's end", "2026-12-31T23:59:59-00:30", "UTC", "2027-01-01T00:29:59Z"},
      {"offset after a blank", "2026-12-15 08:30+05:45", "UTC", "2026-12-15T02:45:00Z"},
      {"leap day", "2028-02-29T00:00Z", "UTC", "2028-02-29T00:00:00Z"},
      {"leap day of a century", "2000-02-29T00:00Z", "UTC", "2000-02-29T00:00:00Z"},
      {"first instant", "1970-01-01T00:00:00Z", "UTC", "1970-01-01T00:00:00Z"},
      {"first instant by an offset", "1969-12-31T20:00-04:00", "UTC", "1970-01-01T00:00:00Z"},
      {"last instant", "2999-12-31T23:59:59Z", "UTC", "2999-12-31T23:59:59Z"},
      {"now", "now", "UTC", "2026-12-15T08:30:20Z"},
      {"now in capitals", "NOW", "UTC", "2026-12-15T08:30:20Z"},
      {"days ahead", "+3d", "Europe/Berlin", "2026-12-18T08:30:20Z"},
      {"weeks back", "-2w", "UTC", "2026-12-01T08:30:20Z"},
      {"hours ahead", "+36h", "UTC", "2026-12-16T20:30:20Z"},
      {"minutes and seconds", "+1m5s", "UTC", "2026-12-15T08:31:25Z"},
      {"several units", "+1d12h", "UTC", "2026-12-16T20:30:20Z"},
      {"several units back, apart", "-1d 12h", "UTC", "2026-12-13T20:30:20Z"},
      {"nothing ahead", "+0d", "UTC", "2026-12-15T08:30:20Z"},
      {"ago", "3 days ago", "UTC", "2026-12-12T08:30:20Z"},
      {"one ago", "1 day ago", "UTC", "2026-12-14T08:30:20Z"},
      {"ago, as printed", "3 d 2 h ago", "UTC", "2026-12-12T06:30:20Z"},
      {"in", "in 2 weeks", "UTC", "2026-12-29T08:30:20Z"},
      {"in, as printed", "in 35 min", "UTC", "2026-12-15T09:05:20Z"},
      {"in, any case", "In 2 Weeks", "UTC", "2026-12-29T08:30:20Z"},
      {"countdown", "12d 3h 4m", "UTC", "2026-12-27T11:34:20Z"},
      {"countdown with seconds", "12d 3h 4m 5s", "UTC", "2026-12-27T11:34:25Z"},
      {"countdown without blanks", "12d3h4m", "UTC", "2026-12-27T11:34:20Z"},
      {"countdown in words", "12 days 03 hours 04 minutes", "UTC", "2026-12-27T11:34:20Z"},
      {"countdown of one unit", "5h", "UTC", "2026-12-15T13:30:20Z"},
      {"days are never calendar days", "+90d", "America/Los_Angeles", "2027-03-15T08:30:20Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    for (const Bound bound : {Bound::begin, Bound::end}) {
      const TypedTime time = read_when(row.text, bound, now, Zone::named(row.zone));
      CHECK(to_rfc3339(time.at) == row.at);
      CHECK(time.remark.empty());
    }
  }
}

TEST_CASE("WHEN: a day is its first second as a beginning and its last as an end") {
  struct Row {
    const char* name;
    const char* text;
    const char* zone;
    const char* first;
    const char* last;
  };
  const Row rows[] = {
      {"ISO", "2026-12-15", "UTC", "2026-12-15T00:00:00Z", "2026-12-15T23:59:59Z"},
      {"day month year", "15 Dec 2026", "UTC", "2026-12-15T00:00:00Z", "2026-12-15T23:59:59Z"},
      {"a month in full, one digit", "5 december 2026", "UTC", "2026-12-05T00:00:00Z",
       "2026-12-05T23:59:59Z"},
      {"month day, year", "Dec 15, 2026", "UTC", "2026-12-15T00:00:00Z", "2026-12-15T23:59:59Z"},
      {"month in full", "MAY 01, 2026", "UTC", "2026-05-01T00:00:00Z", "2026-05-01T23:59:59Z"},
      {"leap day", "29 Feb 2028", "UTC", "2028-02-29T00:00:00Z", "2028-02-29T23:59:59Z"},
      {"year's end in Berlin", "2026-12-31", "Europe/Berlin", "2026-12-30T23:00:00Z",
       "2026-12-31T22:59:59Z"},
      {"last day of all", "2999-12-31", "UTC", "2999-12-31T00:00:00Z", "2999-12-31T23:59:59Z"},
      {"23 hours: Berlin goes forward", "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z",
       "2026-03-29T21:59:59Z"},
      {"25 hours: Berlin goes back", "2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z",
       "2026-10-25T22:59:59Z"},
      {"23 hours: Pacific goes forward", "2026-03-08", "America/Los_Angeles",
       "2026-03-08T08:00:00Z", "2026-03-09T06:59:59Z"},
      {"25 hours: Pacific goes back", "2026-11-01", "America/Los_Angeles", "2026-11-01T07:00:00Z",
       "2026-11-02T07:59:59Z"},
      {"no midnight: the day begins at one", "2018-11-04", "America/Sao_Paulo",
       "2018-11-04T03:00:00Z", "2018-11-05T01:59:59Z"},
      {"the day before it ends as usual", "2018-11-03", "America/Sao_Paulo", "2018-11-03T03:00:00Z",
       "2018-11-04T02:59:59Z"},
      {"23:00 twice: the day ends after the second", "2018-02-17", "America/Sao_Paulo",
       "2018-02-17T02:00:00Z", "2018-02-18T02:59:59Z"},
      {"midnight twice: the day begins at the first", "2024-11-03", "America/Havana",
       "2024-11-03T04:00:00Z", "2024-11-04T04:59:59Z"},
      {"no 23:59:59: the day ends before the gap", "2025-03-29", "America/Nuuk",
       "2025-03-29T02:00:00Z", "2025-03-30T00:59:59Z"},
      {"the day after is missing", "2011-12-29", "Pacific/Apia", "2011-12-29T10:00:00Z",
       "2011-12-30T09:59:59Z"},
      {"the day before is missing", "2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00Z",
       "2011-12-31T09:59:59Z"},
      {"today", "today", "UTC", "2026-12-15T00:00:00Z", "2026-12-15T23:59:59Z"},
      {"today, any case", "Today", "UTC", "2026-12-15T00:00:00Z", "2026-12-15T23:59:59Z"},
      {"today is the zone's day", "today", "Pacific/Kiritimati", "2026-12-14T10:00:00Z",
       "2026-12-15T09:59:59Z"},
      {"yesterday", "yesterday", "Europe/Berlin", "2026-12-13T23:00:00Z", "2026-12-14T22:59:59Z"},
      {"tomorrow", "tomorrow", "Europe/Berlin", "2026-12-15T23:00:00Z", "2026-12-16T22:59:59Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(read(row.text, Bound::begin, row.zone) == row.first);
    CHECK(read(row.text, Bound::end, row.zone) == row.last);
  }
}

TEST_CASE("WHEN: a repeated hour") {
  struct Row {
    const char* name;
    const char* text;
    const char* zone;
    const char* earlier;
    const char* later;
  };
  const Row rows[] = {
      {"first second in Berlin", "2026-10-25 02:00", "Europe/Berlin", "2026-10-25T00:00:00Z",
       "2026-10-25T01:00:00Z"},
      {"last second in Berlin", "2026-10-25 02:59:59", "Europe/Berlin", "2026-10-25T00:59:59Z",
       "2026-10-25T01:59:59Z"},
      {"Pacific", "2026-11-01 01:30", "America/Los_Angeles", "2026-11-01T08:30:00Z",
       "2026-11-01T09:30:00Z"},
      {"half an hour only", "2026-04-05 01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z",
       "2026-04-04T15:15:00Z"},
      {"by a POSIX rule", "2026-10-25 02:30", "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T00:30:00Z",
       "2026-10-25T01:30:00Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Zone zone = Zone::named(row.zone);
    const TypedTime end = read_when(row.text, Bound::end, now, zone);
    CHECK(to_rfc3339(end.at) == row.earlier);
    CHECK(says(end.remark, "occurs twice in " + zone.name() + "; using the earlier time"));
    CHECK(says(end.remark, row.earlier));
    const TypedTime begin = read_when(row.text, Bound::begin, now, zone);
    CHECK(to_rfc3339(begin.at) == row.later);
    CHECK(says(begin.remark, "using the later time"));
  }
  SECTION("the seconds around it occur only once") {
    for (const char* text : {"2026-10-25 01:59:59", "2026-10-25 03:00:00"}) {
      INFO(text);
      CHECK(read_when(text, Bound::end, now, Zone::named("Europe/Berlin")).remark.empty());
    }
  }
}

TEST_CASE("WHEN: a time skipped by daylight saving time is rejected") {
  struct Row {
    const char* name;
    const char* text;
    const char* zone;
    const char* next;
  };
  const Row rows[] = {
      {"first second in Berlin", "2026-03-29 02:00", "Europe/Berlin", "2026-03-29 03:00"},
      {"last second in Berlin", "2026-03-29 02:59:59", "Europe/Berlin", "2026-03-29 03:00"},
      {"Pacific", "2026-03-08 02:30", "America/Los_Angeles", "2026-03-08 03:00"},
      {"midnight", "2018-11-04 00:00", "America/Sao_Paulo", "2018-11-04 01:00"},
      {"a whole day", "2011-12-30 12:00", "Pacific/Apia", "2011-12-31 00:00"},
      {"by a POSIX rule", "2026-03-29 02:30", "CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29 03:00"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    for (const Bound bound : {Bound::begin, Bound::end}) {
      const std::string sentence = refusal(row.text, row.zone, bound);
      CHECK(says(sentence, row.text));
      CHECK(says(sentence, row.zone));
      CHECK(says(sentence, "daylight saving time"));
      CHECK(says(sentence, std::string("the next valid time is ") + row.next));
    }
  }
  SECTION("the seconds around it exist") {
    CHECK(read("2026-03-29 01:59:59", Bound::end, "Europe/Berlin") == "2026-03-29T00:59:59Z");
    CHECK(read("2026-03-29 03:00:00", Bound::end, "Europe/Berlin") == "2026-03-29T01:00:00Z");
  }
  SECTION("a skipped day") {
    CHECK(says(refusal("2011-12-30", "Pacific/Apia"), "2011-12-30 does not exist in Pacific/Apia"));
    CHECK(says(refusal("2011-12-30", "Pacific/Apia", Bound::end), "Pacific/Apia"));
  }
}

TEST_CASE("WHEN: which texts need a zone") {
  for (const char* text : {"2026-12-15", "15 Dec 2026", "Dec 15, 2026", "2026-12-15 08:30", "today",
                           "yesterday", " TOMORROW "}) {
    INFO(text);
    CHECK(needs_zone(text));
  }
  for (const char* text :
       {"now", "+3d", "-2w", "3 days ago", "in 2 weeks", "12d 3h 4m", "2026-12-15T08:30:00Z",
        "2026-12-15T08:30+02:00", "2026-02-30", "", "?"}) {
    INFO(text);
    CHECK_FALSE(needs_zone(text));
  }
}
