#include "aliprotect/time.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

struct Row {
  const char* name;
  const char* zone;
  const char* at;
  const char* shown;
};

/// Returns the local time, interpreted as UTC.
std::string shown(const Zone& zone, Instant at) {
  return to_rfc3339(Instant{zone.to_local(at).time_since_epoch()});
}

}  // namespace

TEST_CASE("zones: local times") {
  const Row rows[] = {
      {"UTC", "UTC", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"},
      {"UTC of the database", "Etc/UTC", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"},
      {"TZ= means UTC", "", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"},
      {"TZ=: means UTC", ":", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"},
      {"a colon before", ":Europe/Berlin", "2026-07-01T12:00:00Z", "2026-07-01T14:00:00Z"},
      {"with its folder", ":/usr/share/zoneinfo/Europe/Berlin", "2026-07-01T12:00:00Z",
       "2026-07-01T14:00:00Z"},
      {"Berlin, last second of winter", "Europe/Berlin", "2026-03-29T00:59:59Z",
       "2026-03-29T01:59:59Z"},
      {"Berlin, first of summer", "Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00Z"},
      {"Berlin, last second of summer", "Europe/Berlin", "2026-10-25T00:59:59Z",
       "2026-10-25T02:59:59Z"},
      {"Berlin, first of winter", "Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z"},
      {"Berlin, summer far in the future", "Europe/Berlin", "2090-07-01T12:00:00Z",
       "2090-07-01T14:00:00Z"},
      {"Berlin, winter far in the future", "Europe/Berlin", "2999-12-31T12:00:00Z",
       "2999-12-31T13:00:00Z"},
      {"Pacific, last second of winter", "America/Los_Angeles", "2026-03-08T09:59:59Z",
       "2026-03-08T01:59:59Z"},
      {"Pacific, first of summer", "America/Los_Angeles", "2026-03-08T10:00:00Z",
       "2026-03-08T03:00:00Z"},
      {"Pacific, first of winter", "America/Los_Angeles", "2026-11-01T09:00:00Z",
       "2026-11-01T01:00:00Z"},
      {"a real order is shipped", "America/Los_Angeles", "2024-02-28T07:15:30Z",
       "2024-02-27T23:15:30Z"},
      {"90 d later, across the change", "America/Los_Angeles", "2024-05-28T07:15:30Z",
       "2024-05-28T00:15:30Z"},
      {"POSIX: no summer time", "JST-9", "2026-07-01T12:00:00Z", "2026-07-01T21:00:00Z"},
      {"POSIX: a name in brackets", "<+0545>-5:45", "2026-07-01T12:00:00Z", "2026-07-01T17:45:00Z"},
      {"POSIX: last second of winter", "CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z",
       "2026-03-29T01:59:59Z"},
      {"POSIX: first of summer", "CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z",
       "2026-03-29T03:00:00Z"},
      {"POSIX: first of winter", "CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z",
       "2026-10-25T02:00:00Z"},
      {"POSIX: the south", "NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-01-01T00:00:00Z",
       "2026-01-01T13:00:00Z"},
      {"POSIX: half an hour", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z",
       "2026-01-01T11:00:00Z"},
      {"POSIX: days of the year", "AAA0BBB,J60/0,300/0", "2026-03-01T00:00:00Z",
       "2026-03-01T01:00:00Z"},
      {"POSIX: a colon before", ":JST-9", "2026-07-01T12:00:00Z", "2026-07-01T21:00:00Z"},
      {"POSIX: dates left out are the C library's", "AAA5BBB", "2026-03-08T07:00:00Z",
       "2026-03-08T03:00:00Z"},
      {"the database goes before such a rule", "EST5EDT", "2026-03-08T07:00:00Z",
       "2026-03-08T03:00:00Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(shown(Zone::named(row.zone), *from_rfc3339(row.at)) == row.shown);
  }
}

TEST_CASE("zones: the days of a real order have 86,400 s") {
  const Zone pacific = Zone::named("America/Los_Angeles");
  const Instant shipped = read_when("2024-02-27 23:15:30", Bound::begin, first_instant, pacific).at;
  CHECK(to_text(shipped + Days{90}, Bound::end, pacific) == "Tue 2024-05-28 00:15");
  CHECK(days_left(shipped + Days{90}, shipped) == 90);
}

TEST_CASE("zones: their names") {
  CHECK(Zone::utc().name() == "UTC");
  CHECK(Zone::named("").name() == "UTC");
  CHECK(Zone::named(":Europe/Berlin").name() == "Europe/Berlin");
  CHECK(Zone::named("CET-1CEST,M3.5.0,M10.5.0/3").name() == "CET-1CEST,M3.5.0,M10.5.0/3");
  CHECK_FALSE(Zone::system().name().empty());
}

TEST_CASE("zones: a local time is zero, one or two instants") {
  struct WallRow {
    const char* name;
    const char* zone;
    const char* shown;
    const char* earlier;
    const char* later;
  };
  const WallRow rows[] = {
      {"once", "Europe/Berlin", "2026-07-01T12:00:00Z", "2026-07-01T10:00:00Z",
       "2026-07-01T10:00:00Z"},
      {"never", "Europe/Berlin", "2026-03-29T02:00:00Z", nullptr, nullptr},
      {"twice", "Europe/Berlin", "2026-10-25T02:00:00Z", "2026-10-25T00:00:00Z",
       "2026-10-25T01:00:00Z"},
      {"once by a rule", "NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-07-01T12:00:00Z",
       "2026-07-01T00:00:00Z", "2026-07-01T00:00:00Z"},
      {"never by a rule", "NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-09-27T02:30:00Z", nullptr, nullptr},
      {"twice by a rule", "NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-04-05T02:30:00Z",
       "2026-04-04T13:30:00Z", "2026-04-04T14:30:00Z"},
      {"winter time by law, as in Ireland", "IST-1GMT0,M10.5.0,M3.5.0/1", "2026-10-25T01:30:00Z",
       "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"},
      {"once in the last hour of a year, as the C library has it", "AAA0BBB,J60/0,0/0",
       "2026-12-31T23:30:00Z", "2026-12-31T22:30:00Z", "2026-12-31T22:30:00Z"},
      {"once before summer time all the year", "XXX3EDT4,0/0,J365/23", "2026-01-01T00:30:00Z",
       "2026-01-01T04:30:00Z", "2026-01-01T04:30:00Z"},
      {"twice after a summer time of one hour", "AAA0BBB,0/0,0", "2026-01-01T01:00:00Z",
       "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"},
  };
  const auto text = [](const std::optional<Instant>& at) { return at ? to_rfc3339(*at) : ""; };
  for (const WallRow& row : rows) {
    INFO(row.name);
    const auto local = std::chrono::local_seconds{from_rfc3339(row.shown)->time_since_epoch()};
    const Zone::Reading reading = Zone::named(row.zone).to_instants(local);
    CHECK(text(reading.earlier) == (row.earlier ? row.earlier : ""));
    CHECK(text(reading.later) == (row.later ? row.later : ""));
  }
}

TEST_CASE("zones: an unknown zone is an error and never means UTC") {
  struct Refused {
    const char* name;
    const char* zone;
    const char* way_out;
  };
  const Refused rows[] = {
      {"rubbish", "Mars/Base", "such as Europe/Berlin"},
      {"blanks", "  ", "such as Europe/Berlin"},
      {"a blank after", "Europe/Berlin ", "such as Europe/Berlin"},
      {"other case", "europe/berlin", "did you mean Europe/Berlin?"},
      {"a city alone", "berlin", "did you mean Europe/Berlin?"},
      {"a continent", "Europe", ""},
      {"the folder of zones alone", "/usr/share/zoneinfo/", ""},
      {"a path", "../../etc/passwd", ""},
      {"another path", "/etc/passwd", ""},
      {"two colons", "::UTC", ""},
      {"abbreviation of the database's clocks", "CEST", ""},
      {"POSIX: no offset", "ABC", ""},
      {"POSIX: a name of two letters", "AB1", ""},
      {"POSIX: an open bracket", "<+03-3", ""},
      {"POSIX: an empty bracket", "<>3", ""},
      {"POSIX: hour 25", "ABC25", ""},
      {"POSIX: minute 60", "ABC1:60", ""},
      {"POSIX: a summer name cut short", "CET-1CE", ""},
      {"POSIX: one date", "CET-1CEST,M3.5.0", ""},
      {"POSIX: three dates", "CET-1CEST,M3.5.0,M10.5.0,M11.1.0", ""},
      {"POSIX: month 13", "CET-1CEST,M13.5.0,M10.5.0", ""},
      {"POSIX: week 0", "CET-1CEST,M3.0.0,M10.5.0", ""},
      {"POSIX: weekday 7", "CET-1CEST,M3.5.7,M10.5.0", ""},
      {"POSIX: day J366", "CET-1CEST,J366,M10.5.0", ""},
      {"POSIX: rubbish after", "CET-1CEST,M3.5.0,M10.5.0/3x", ""},
      {"control characters", "UTC\n\x1b[1m", "\"UTC\\n\\x1b[1m\""},
      {"not UTF-8", "\xff\xfe", "\"\\xff\\xfe\""},
  };
  for (const Refused& row : rows) {
    INFO(row.name);
    const std::string sentence = refusal_of([&] { Zone::named(row.zone); });
    CAPTURE(sentence);
    CHECK(says(sentence, "unknown time zone"));
    CHECK(says(sentence, row.way_out));
    CHECK(sentence.find('\n') == std::string::npos);
  }
}
