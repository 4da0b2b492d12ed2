#include "render/text.h"

#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

TEST_CASE("what a terminal would obey is shown instead") {
  struct Row {
    const char* name;
    std::string text;
    std::string shown;
  };
  const Row rows[] = {
      {"plain", "USB hub", "USB hub"},
      {"lines", "a\nb\r\tc", "a\\nb\\r\\tc"},
      {"escape sequence", "\x1b]0;title\x07", "\\u001b]0;title\\u0007"},
      {"C1 control",
       "\xC2\x9B"
       "31m",
       "\\u009b31m"},
      {"right-to-left override",
       "a\xE2\x80\xAE"
       "b",
       "a\\u202eb"},
      {"line separator", "a\xE2\x80\xA8", "a\\u2028"},
      {"no UTF-8", "a\xFF", "a\\xff"},
      {"cut off", "a\xE2\x82", "a\\xe2\\x82"},
      {"surrogate", "\xED\xA0\x80", "\\xed\\xa0\\x80"},
      {"CJK and emoji", "雨伞🎧", "雨伞🎧"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(printable(row.text) == row.shown);
  }
}

TEST_CASE("width is counted in columns of the terminal") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("雨伞") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("🎧") == 2);
}

TEST_CASE("clipping ends with an ellipsis and never splits a character") {
  CHECK(clipped("headphones", 10) == "headphones");
  CHECK(clipped("headphones", 5) == "head…");
  CHECK(clipped("雨伞雨伞", 5) == "雨伞…");
  CHECK(clipped("雨伞雨伞", 4) == "雨…");
  CHECK(clipped("abc", 1) == "…");
  CHECK(clipped("abc", 0).empty());
}

TEST_CASE("text in ASCII has a sign for each other character that takes a column") {
  CHECK(in_ascii("Lamp 2") == "Lamp 2");
  CHECK(in_ascii("雨伞 · Cafe\u0301") == "?? - Cafe");
  CHECK(in_ascii("\xff") == "?");
  CHECK(in_ascii("") == "");
}

TEST_CASE("what is cut ends as it is told to") {
  CHECK(clipped("umbrella", 5, "..") == "umb..");
  CHECK(clipped("umbrella", 8, "..") == "umbrella");
  CHECK(clipped("雨伞雨伞", 4, "..") == "雨..");
  CHECK(clipped("umbrella", 2, "..") == "..");
  CHECK(clipped("umbrella", 1, "..") == ".");
  CHECK(clipped("umbrella", 0, "..") == "");
  CHECK(clipped("umbrella", 3, "") == "umb");
}

}  // namespace
}  // namespace aliprotect
