// Invalid forms of WHEN, and their error messages.
#include "aliprotect/time.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

std::string refusal(std::string_view text, const char* zone = "UTC", Bound bound = Bound::begin) {
  const Instant now = *from_rfc3339("2026-12-15T08:30:20Z");
  return refusal_of([&] { read_when(text, bound, now, Zone::named(zone)); });
}

}  // namespace

TEST_CASE("WHEN: rejected text, with the reason") {
  struct Row {
    const char* name;
    const char* text;
    const char* reason;
  };
  const Row rows[] = {
      {"empty", "", ""},
      {"blanks", "  ", ""},
      {"rubbish", "soon", ""},
      {"February 30", "2026-02-30", "February 2026 has 28 days"},
      {"leap day in a common year", "2027-02-29", "February 2027 has 28 days"},
      {"leap day in a common century", "2100-02-29", "February 2100 has 28 days"},
      {"day 30 of a leap February", "30 Feb 2028", "February 2028 has 29 days"},
      {"day 31", "Apr 31, 2026", "April 2026 has 30 days"},
      {"day 0", "2026-12-00", "there is no day 0"},
      {"month 0", "2026-00-15", "there is no month 0"},
      {"month 13", "2026-13-01", "there is no month 13"},
      {"year of two digits", "24-01-31", "four digits for the year"},
      {"year of five digits", "99999-01-01", "four digits for the year"},
      {"year of five digits in words", "1 Jan 99999", "the year needs four digits"},
      {"year of two digits in words", "Dec 15, 26", "the year needs four digits"},
      {"one digit for the month", "2026-1-15", "two each for month and day"},
      {"one digit for the day", "2026-12-5", "two each for month and day"},
      {"three digits for the day", "2026-12-150", "two each for month and day"},
      {"month alone", "2026-12", "two each for month and day"},
      {"slashes", "2026/12/15", ""},
      {"points", "15.12.2026", ""},
      {"no separators", "20261215", "needs a unit"},
      {"trailing letter", "2026-12-15x", "unexpected \"x\" at the end"},
      {"trailing word", "2026-12-15 noon", "write the time of day as 08:30"},
      {"trailing rubbish after a time", "2026-12-15 08:30 pm", "unexpected \" pm\" at the end"},
      {"trailing rubbish after UTC", "2026-12-15T08:30:00Z!", "at the end"},
      {"fractions of a second", "2026-12-15T08:30:00.5Z", "at the end"},
      {"hour alone", "2026-12-15 08", "write the time of day as"},
      {"hour of one digit", "2026-12-15 8:30", "write the time of day as"},
      {"seconds of one digit", "2026-12-15 08:30:5", "write the time of day as"},
      {"hour 24", "2026-12-15 24:00", "there is no hour 24"},
      {"minute 60", "2026-12-15 08:60", "there is no minute 60"},
      {"second 60", "2026-12-31T23:59:60Z", "there is no second 60"},
      {"two blanks before the time", "2026-12-15  08:30", "write the time of day as"},
      {"small t and z", "2026-12-15t08:30:00z", "at the end"},
      {"offset without a colon", "2026-12-15T08:30+0200", "at the end"},
      {"offset of a day", "2026-12-15T08:30+24:00", "at the end"},
      {"offset with 60 minutes", "2026-12-15T08:30+02:60", "at the end"},
      {"offset on a day", "2026-12-15Z", "unexpected \"Z\" at the end"},
      {"unknown month", "15 Foo 2026", "unknown month \"Foo\""},
      {"month cut short", "De 15, 2026", "unknown month \"De\""},
      {"month in German", "15 Dez 2026", "unknown month \"Dez\""},
      {"no comma", "Dec 15 2026", ""},
      {"no year", "15 Dec", "the year is missing"},
      {"day 0 in words", "0 Dec 2026", "there is no day 0"},
      {"day of three digits in words", "015 Dec 2026", "there is no day"},
      {"rubbish after words", "15 Dec 2026 8:30", "at the end"},
      {"two day words", "today tomorrow", ""},
      {"day word cut short", "tomorro", ""},
      {"number alone", "5", "\"5\" needs a unit"},
      {"signed number alone", "+5", "\"5\" needs a unit"},
      {"sign alone", "+", ""},
      {"two signs", "+-3d", ""},
      {"blank after the sign", "+ 3d", ""},
      {"unknown unit", "+3y", "unknown unit \"y\""},
      {"months have no length", "3 months ago", "unknown unit \"months\""},
      {"fractions of a day", "+1.5d", ""},
      {"the same unit twice", "+1d2d", "use each unit only once"},
      {"small unit first", "3h 12d", "the largest first"},
      {"second number without unit", "3 days 4", "\"4\" needs a unit"},
      {"sign and ago", "-3d ago", "at the end"},
      {"in and ago", "in 3d ago", "at the end"},
      {"ago alone", "ago", ""},
      {"in alone", "in", ""},
      {"in without blank", "in2weeks", ""},
      {"rubbish after ago", "3 days ago!", "at the end"},
      {"a number beyond all measure", "+99999999999999999999d", "is too large"},
      {"beyond the calendar", "+999999999w", "outside the range 1970-01-01 to 2999-12-31"},
      {"back beyond the calendar", "-100000d", "outside the range 1970-01-01 to 2999-12-31"},
      {"a second too early", "1969-12-31T23:59:59Z", "outside the range 1970-01-01 to 2999-12-31"},
      {"a second too late", "3000-01-01T00:00:00Z", "outside the range 1970-01-01 to 2999-12-31"},
      {"a day too early", "1969-12-31", "outside the range 1970-01-01 to 2999-12-31"},
      {"year 0", "0000-01-01", "outside the range 1970-01-01 to 2999-12-31"},
      {"year 9999", "9999-12-31", "outside the range 1970-01-01 to 2999-12-31"},
      {"digits of another script", "٢٠٢٦-١٢-١٥", ""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string sentence = refusal(row.text);
    CAPTURE(sentence);
    CHECK(says(sentence, std::string("invalid time \"") + row.text + "\": "));
    CHECK(says(sentence, row.reason));
    CHECK((says(sentence, "write 2026-12-15, ") || says(sentence, "outside")));
  }
  SECTION("the range applies to instants, not to days") {
    CHECK(says(refusal("1970-01-01", "Europe/Berlin"), "outside"));
    CHECK(says(refusal("2999-12-31", "America/Los_Angeles", Bound::end), "outside"));
  }
  SECTION("a NUL character does not end the text") {
    CHECK(says(refusal(std::string_view("2026-12-15\0", 11)), "\"2026-12-15\\x00\""));
  }
  SECTION("the message is one line for any text") {
    const std::string sentence = refusal(std::string("a\nb\x1b[31m") + std::string(5000, 'x'));
    CHECK(says(sentence, "\"a\\nb\\x1b[31mxxx"));
    for (const std::string& text :
         {sentence, refusal(std::string(5000, '7')), refusal(std::string(5000, '7') + " Dec 2026"),
          refusal("2026-12-15" + std::string(5000, '\n') + "x")}) {
      CHECK(text.find('\n') == std::string::npos);
      CHECK(text.size() < 500);
    }
  }
}
