// Durations: `--within 4d`, `--lead 7d`.
#include "aliprotect/time.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

TEST_CASE("durations are parsed") {
  struct Row {
    const char* name;
    const char* text;
    Seconds length;
  };
  const Row rows[] = {
      {"days", "4d", 96h},
      {"hours", "36h", 36h},
      {"weeks", "2w", 336h},
      {"minutes", "90m", 90min},
      {"seconds", "5s", 5s},
      {"none", "0d", 0s},
      {"several units", "1d 12h", 36h},
      {"several units without blanks", "1w1d1h1m1s", 168h + 24h + 1h + 1min + 1s},
      {"words", "2 weeks 1 day", 360h},
      {"any case", "4D", 96h},
      {"blanks around", " 4d\n", 96h},
      {"leading zeros", "04d", 96h},
      {"the longest", "376199d", Days{376199}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(read_duration(row.text) == row.length);
  }
}

TEST_CASE("invalid durations are rejected, with the reason") {
  struct Row {
    const char* name;
    const char* text;
    const char* reason;
  };
  const Row rows[] = {
      {"empty", "", ""},
      {"blanks", " ", ""},
      {"no unit", "4", "\"4\" needs a unit"},
      {"no number", "d", ""},
      {"a sign", "+4d", ""},
      {"negative", "-4d", ""},
      {"fraction", "1.5d", ""},
      {"unknown unit", "4y", "unknown unit \"y\""},
      {"months have no length", "1 month", "unknown unit \"month\""},
      {"the same unit twice", "1d 1d", "use each unit only once"},
      {"small unit first", "12h 1d", "the largest first"},
      {"rubbish after", "4d!", ""},
      {"a comma between", "1d, 12h", ""},
      {"ago", "4d ago", ""},
      {"a date", "2026-12-15", ""},
      {"too many digits", "9999999999d", "is too large"},
      {"longer than the calendar", "999999999w", "it is too long"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const std::string sentence = refusal_of([&] { read_duration(row.text); });
    CAPTURE(sentence);
    CHECK(says(sentence, std::string("invalid duration \"") + row.text + "\": "));
    CHECK(says(sentence, row.reason));
    CHECK(says(sentence, "write 4d, 36h, 2w"));
  }
}

TEST_CASE("a duration is formatted in one unit and parsed back") {
  struct Row {
    const char* text;
    const char* written;
  };
  const Row rows[] = {{"1w", "7d"},        {"4d", "4d"},   {"36h", "36h"},    {"1d 12h", "36h"},
                      {"48h", "2d"},       {"90m", "90m"}, {"1h 30m", "90m"}, {"60s", "1m"},
                      {"1d 1s", "86401s"}, {"0s", "0d"},   {"1m 1s", "61s"}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(to_duration(read_duration(row.text)) == row.written);
    CHECK(read_duration(row.written) == read_duration(row.text));
  }
}
