// Numeric dates, times of day and zones; their meaning in a zone with daylight saving time.
#include "unit/import/page_date_rows.h"

using namespace aliprotect;
using namespace aliprotect::testing;

TEST_CASE("page dates: unambiguous numbers") {
  const PageDateRow rows[] = {
      {"ISO", "2026-03-24", "2026-03-24T00:00:00Z"},
      {"slashes, year first", "2026/03/24", "2026-03-24T00:00:00Z"},
      {"full stops, year first", "2026.03.24", "2026-03-24T00:00:00Z"},
      {"no leading zeros", "2026/3/4", "2026-03-04T00:00:00Z"},
      {"full stops", "24.03.2026", "2026-03-24T00:00:00Z"},
      {"full stops, day first everywhere", "03.04.2026", "2026-04-03T00:00:00Z"},
      {"full stops and blanks", "24. 3. 2026", "2026-03-24T00:00:00Z"},
      {"a day that is no month", "24/03/2026", "2026-03-24T00:00:00Z"},
      {"the other way round", "3/24/2026", "2026-03-24T00:00:00Z"},
      {"hyphens", "24-03-2026", "2026-03-24T00:00:00Z"},
      {"hyphens, the other way round", "03-24-2026", "2026-03-24T00:00:00Z"},
      {"day and month alike", "05/05/2026", "2026-05-05T00:00:00Z"},
      {"a leap day", "29.02.2028", "2028-02-29T00:00:00Z"},
      {"the last day of a year", "31/12/2026", "2026-12-31T00:00:00Z"},
      {"the first day of all", "1970-01-01", "1970-01-01T00:00:00Z"},
      {"the last", "2999-12-31", "2999-12-31T00:00:00Z"},
      {"seconds since 1970", "1774339200", "2026-03-24T08:00:00Z"},
      {"milliseconds since 1970", "1774339200999", "2026-03-24T08:00:00Z"},
      {"blanks around", " \t2026-03-24\u00A0\r\n", "2026-03-24T00:00:00Z"},
      {"full-width digits", "２０２６-０３-２４", "2026-03-24T00:00:00Z"},
      {"a day of the week", "Tue, 24.03.2026", "2026-03-24T00:00:00Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"nothing", "", "it is empty"},
      {"blanks", " \t ", "it is empty"},
      {"a no-break blank", "\u00A0", "it is empty"},
      {"a dash", "-", "write 2026-03-24"},
      {"either day or month", "03/04/2026", "it could mean 2026-04-03 or 2026-03-04"},
      {"either, with hyphens", "3-4-2026", "it could mean 2026-04-03 or 2026-03-04"},
      {"neither", "13/13/2026", "there is no month 13"},
      {"30 February", "2026-02-30", "February 2026 has 28 days"},
      {"30 February, day first", "30/02/2026", "February 2026 has 28 days"},
      {"30 February, month first", "2/30/2026", "February 2026 has 28 days"},
      {"29 February of a year without", "29.02.2026", "February 2026 has 28 days"},
      {"29 February of a century without", "29.02.2100", "February 2100 has 28 days"},
      {"month 13", "2026-13-01", "there is no month 13"},
      {"month 0", "2026-00-01", "there is no month 0"},
      {"day 0", "00/05/2026", "there is no day 0"},
      {"two digits for the year", "24.03.26", "a year has four digits"},
      {"two digits for the year, first", "26-03-24", "a year has four digits"},
      {"five digits for the year", "24.03.20266", "a year has four digits"},
      {"three digits for the day", "2026-03-024", "write 2026-03-24"},
      {"three digits for the month", "24.003.2026", "write 2026-03-24"},
      {"mixed separators", "24.03/2026", "write 2026-03-24"},
      {"a blank between two of three", "24. 03.2026", "write 2026-03-24"},
      {"a blank between the other two", "24.03. 2026", "write 2026-03-24"},
      {"blanks and slashes", "24/ 03/ 2026", "write 2026-03-24"},
      {"no separators", "20260324", "write 2026-03-24"},
      {"a number", "17743104", "write 2026-03-24"},
      {"a number of 11 digits", "17743104000", "write 2026-03-24"},
      {"a spreadsheet's day number", "45678", "a spreadsheet's day number"},
      {"the same, with a time", "45678.75", "a spreadsheet's day number"},
      {"the same, with a comma", "45678,75", "a spreadsheet's day number"},
      {"a month without a day", "2026-03", "write 2026-03-24"},
      {"a full stop behind", "24.03.2026.", "\".\" at the end"},
      {"words behind", "2026-03-24 or so", "\"or so\" at the end"},
      {"a minus", "-2026-03-24", "write 2026-03-24"},
      {"too early", "1969-12-31", "outside 1970-01-01 to 2999-12-31"},
      {"too late", "3000-01-01", "outside 1970-01-01 to 2999-12-31"},
      {"a zone without a time", "2026-03-24Z", "at the end"},
      {"digits of another script", "٢٠٢٦-٠٣-٢٤", "write 2026-03-24"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: numbers in the given order") {
  const PageDateRow day_first[] = {
      {"slashes", "03/04/2026", "2026-04-03T00:00:00Z"},
      {"hyphens", "3-4-2026", "2026-04-03T00:00:00Z"},
      {"full stops", "03.04.2026", "2026-04-03T00:00:00Z"},
      {"year first", "2026/03/04", "2026-03-04T00:00:00Z"},
  };
  check_read(day_first, DateOrder::day_first);
  const PageDateRow month_first[] = {
      {"slashes", "3/4/2026", "2026-03-04T00:00:00Z"},
      {"hyphens", "03-04-2026", "2026-03-04T00:00:00Z"},
      {"full stops stay day first", "03.04.2026", "2026-04-03T00:00:00Z"},
      {"year first", "2026/03/04", "2026-03-04T00:00:00Z"},
  };
  check_read(month_first, DateOrder::month_first);
  const RefusedPageDate against_day_first[] = {
      {"month first", "3/24/2026", "there is no month 24"},
      {"February", "29/02/2026", "February 2026 has 28 days"},
  };
  check_refused(against_day_first, DateOrder::day_first);
  const RefusedPageDate against_month_first[] = {
      {"day first", "24/03/2026", "there is no month 24"},
      {"full stops, month first", "03.24.2026", "there is no month 24"},
  };
  check_refused(against_month_first, DateOrder::month_first);
}

TEST_CASE("page dates: times of day and zones") {
  const PageDateRow rows[] = {
      {"to the second", "2026-03-24 07:44:46", "2026-03-24T07:44:46Z"},
      {"to the minute", "2026-03-24 07:44", "2026-03-24T07:44:00Z"},
      {"T", "2026-03-24T07:44:46", "2026-03-24T07:44:46Z"},
      {"the last second", "2026-03-24 23:59:59", "2026-03-24T23:59:59Z"},
      {"parts of a second are dropped", "2026-03-24 07:44:46.999", "2026-03-24T07:44:46Z"},
      {"RFC 3339", "2026-03-24T07:44:46Z", "2026-03-24T07:44:46Z"},
      {"RFC 3339, small letters", "2026-03-24t07:44:46z", "2026-03-24T07:44:46Z"},
      {"RFC 3339, an offset", "2026-03-24T07:44:46+02:00", "2026-03-24T05:44:46Z"},
      {"RFC 3339, parts of a second", "2026-03-24T07:44:46.5-07:00", "2026-03-24T14:44:46Z"},
      {"an offset behind a blank", "2026-03-24 07:44:46 -0700", "2026-03-24T14:44:46Z"},
      {"an offset of half an hour", "2026-03-24 07:44 +05:30", "2026-03-24T02:14:00Z"},
      {"hours alone", "2026-03-24 07:44 +02", "2026-03-24T05:44:00Z"},
      {"Pacific, winter", "2026-02-21 07:44:46 PST", "2026-02-21T15:44:46Z"},
      {"Pacific, summer", "2026-07-21 07:44:46 PDT", "2026-07-21T14:44:46Z"},
      {"in brackets", "2026-02-21 07:44:46 (PST)", "2026-02-21T15:44:46Z"},
      {"as tracking pages have it", "2026-02-21 07:44:46 [GMT-7]", "2026-02-21T14:44:46Z"},
      {"UTC", "2026-02-21 07:44 UTC", "2026-02-21T07:44:00Z"},
      {"UTC and hours", "2026-02-21 07:44 UTC+8", "2026-02-20T23:44:00Z"},
      {"before noon", "3/24/2026 7:44 AM", "2026-03-24T07:44:00Z"},
      {"after noon", "3/24/2026, 7:44:46 pm", "2026-03-24T19:44:46Z"},
      {"noon", "3/24/2026 12:00 PM", "2026-03-24T12:00:00Z"},
      {"midnight", "3/24/2026 12:00 AM", "2026-03-24T00:00:00Z"},
      {"no blank before it", "3/24/2026 7:44PM", "2026-03-24T19:44:00Z"},
      {"the time first", "07:44:46 24.03.2026", "2026-03-24T07:44:46Z"},
      {"the time first, a comma", "7:44 PM, Mar 24, 2026", "2026-03-24T19:44:00Z"},
      {"the time and its zone first", "07:44 PST Feb 21, 2026", "2026-02-21T15:44:00Z"},
      {"an offset brings it into range", "2999-12-31T23:59:59+01:00", "2999-12-31T22:59:59Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"hour 24", "2026-03-24 24:00:00", "there is no hour 24"},
      {"minute 60", "2026-03-24 07:60", "there is no minute 60"},
      {"second 60", "2026-03-24 07:44:60", "there is no second 60"},
      {"hour 13 after noon", "2026-03-24 13:44 PM", "hours go from 1 to 12"},
      {"hour 0 before noon", "2026-03-24 0:44 AM", "hours go from 1 to 12"},
      {"one digit for the minute", "2026-03-24 07:4", "at the end"},
      {"three for the second", "2026-03-24 07:44:460", "at the end"},
      {"an hour alone", "2026-03-24 07", "at the end"},
      {"an hour alone, before noon", "2026-03-24 7 AM", "at the end"},
      {"T and no time", "2026-03-24T", "at the end"},
      {"nothing between", "2026-03-2407:44", "write 2026-03-24"},
      {"a time alone", "07:44:46", "write 2026-03-24"},
      {"two times", "07:44 2026-03-24 07:44", "\"07:44\" at the end"},
      {"hour 25, first", "25:44 24.03.2026", "there is no hour 25"},
      {"an offset of a day", "2026-03-24 07:44 +24:00", "at the end"},
      {"an offset of 61 minutes", "2026-03-24 07:44 +00:61", "at the end"},
      {"half an offset", "2026-03-24 07:44 +02:", "\"+02:\" at the end"},
      {"a sign alone", "2026-03-24 07:44 +", "at the end"},
      {"two zones", "2026-03-24 07:44 UTC PST", "\"pst\" at the end"},
      {"an unknown zone", "2026-03-24 07:44 CET", "\"cet\" at the end"},
      {"a zone that begins as one", "2026-03-24 07:44 PSTX", "\"x\" at the end"},
      {"an open bracket", "2026-03-24 07:44 (PST", "at the end"},
      {"the wrong bracket", "2026-03-24 07:44 (PST]", "at the end"},
      {"Pacific time cannot be shifted", "2026-03-24 07:44 PST-7", "\"-7\" at the end"},
      {"a point without digits", "2026-03-24 07:44:46.", "\".\" at the end"},
      {"words behind", "2026-03-24 07:44:46 sharp", "\"sharp\" at the end"},
      {"an offset brings it out of range", "1970-01-01T00:00:00+01:00", "outside 1970-01-01"},
      {"and at the other end", "2999-12-31T23:59:59-01:00", "outside 1970-01-01"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: Pacific days and both clock changes") {
  const Zone pacific = Zone::named("America/Los_Angeles");
  struct Row {
    const char* name;
    const char* text;
    const char* begin;
    const char* end;
  };
  const Row rows[] = {
      {"a winter's day", "Feb 21, 2026", "2026-02-21T08:00:00Z", "2026-02-22T07:59:59Z"},
      {"a summer's day", "3. Aug 2025", "2025-08-03T07:00:00Z", "2025-08-04T06:59:59Z"},
      {"a day of 23 hours", "Mar 8, 2026", "2026-03-08T08:00:00Z", "2026-03-09T06:59:59Z"},
      {"a day of 25 hours", "Nov 1, 2026", "2026-11-01T07:00:00Z", "2026-11-02T07:59:59Z"},
      {"the last of a year", "Dec 31, 2026", "2026-12-31T08:00:00Z", "2027-01-01T07:59:59Z"},
      {"a leap day", "29.02.2028", "2028-02-29T08:00:00Z", "2028-03-01T07:59:59Z"},
      {"before the gap", "2026-03-08 01:59:59", "2026-03-08T09:59:59Z", "2026-03-08T09:59:59Z"},
      {"the gap begins", "2026-03-08 02:00:00", "2026-03-08T10:00:00Z", "2026-03-08T10:00:00Z"},
      {"in the gap", "2026-03-08 02:30", "2026-03-08T10:00:00Z", "2026-03-08T10:00:00Z"},
      {"the gap's last second", "Mar 8, 2026 2:59:59 AM", "2026-03-08T10:00:00Z",
       "2026-03-08T10:00:00Z"},
      {"past the gap", "2026-03-08 03:00:00", "2026-03-08T10:00:00Z", "2026-03-08T10:00:00Z"},
      {"before the repeated hour", "2026-11-01 00:59:59", "2026-11-01T07:59:59Z",
       "2026-11-01T07:59:59Z"},
      {"it begins", "2026-11-01 01:00:00", "2026-11-01T09:00:00Z", "2026-11-01T08:00:00Z"},
      {"its last second", "2026-11-01 01:59:59", "2026-11-01T09:59:59Z", "2026-11-01T08:59:59Z"},
      {"past it", "2026-11-01 02:00:00", "2026-11-01T10:00:00Z", "2026-11-01T10:00:00Z"},
      {"the zone tells which", "2026-11-01 01:30 PDT", "2026-11-01T08:30:00Z",
       "2026-11-01T08:30:00Z"},
      {"and which else", "2026-11-01 01:30 PST", "2026-11-01T09:30:00Z", "2026-11-01T09:30:00Z"},
      {"a zone beats the file's", "2026-02-21T07:44:46Z", "2026-02-21T07:44:46Z",
       "2026-02-21T07:44:46Z"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(read_date(row.text, Bound::begin, pacific) == row.begin);
    CHECK(read_date(row.text, Bound::end, pacific) == row.end);
  }
}

TEST_CASE("page dates: a day that a zone skips begins and ends after it") {
  const Zone samoa = Zone::named("Pacific/Apia");
  CHECK(read_date("2011-12-30", Bound::begin, samoa) == "2011-12-30T10:00:00Z");
  CHECK(read_date("2011-12-30", Bound::end, samoa) == "2011-12-30T10:00:00Z");
  CHECK(read_date("2011-12-30 12:00", Bound::begin, samoa) == "2011-12-30T10:00:00Z");
}

TEST_CASE("page dates: invalid text is quoted in one short line") {
  const std::string longest(10'000, 'x');
  const RefusedPageDate refused[] = {
      {"line breaks", "2026-03-24\nor so", "\\nor so\" as a date"},
      {"control characters", "\x1b[31m2026-03-24", "\\x1b[31m"},
      {"a long text", longest.c_str(), "…\" as a date"},
  };
  check_refused(refused);
}

TEST_CASE("page dates: digits without separators") {
  const PageDateRow rows[] = {
      {"east", "20120801154220368+0800", "2012-08-01T07:42:20Z"},
      {"west", "20150714020749000-0700", "2015-07-14T09:07:49Z"},
      {"another day in UTC", "20120801004220368+0800", "2012-07-31T16:42:20Z"},
      {"UTC", "20120801154220368Z", "2012-08-01T15:42:20Z"},
  };
  check_read(rows);
  const RefusedPageDate refused[] = {
      {"no zone", "20120801154220368", "write 2026-03-24"},
      {"no milliseconds", "20120801154220+0800", "write 2026-03-24"},
      {"30 February", "20120230154220368+0800", "write 2026-03-24"},
      {"hour 24", "20120801244220368+0800", "write 2026-03-24"},
      {"half a zone", "20120801154220368+08", "write 2026-03-24"},
      {"words behind", "20120801154220368+0800x", "write 2026-03-24"},
      {"an order number", "3051000000011234", "write 2026-03-24"},
  };
  check_refused(refused);
}
