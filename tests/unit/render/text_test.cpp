#include "render/text.h"

#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

TEST_CASE("control characters are escaped") {
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

TEST_CASE("width is counted in terminal columns") {
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

TEST_CASE("a number and its unit stay on one line") {
  CHECK(is_unit("12.34", "USD"));
  CHECK(is_unit("-5", "EUR,"));
  CHECK(is_unit("3", "d"));
  CHECK(is_unit("40", "%,"));
  CHECK_FALSE(is_unit("12.34", "orders"));
  CHECK_FALSE(is_unit("d", "10"));
  CHECK_FALSE(is_unit("3", "10"));
  CHECK_FALSE(is_unit("-", "a"));
  CHECK_FALSE(is_unit("2x", "d"));
  CHECK_FALSE(is_unit("2026-11-17", "d"));
  CHECK_FALSE(is_unit("2", "and"));
  CHECK_FALSE(is_unit("", "USD"));
  CHECK_FALSE(is_unit("3", ""));
  CHECK(wrapped("30.00 USD", 8) == std::vector<std::string>{"30.00", "USD"});
  CHECK(wrapped("I ask for 30.00 USD.", 16) == std::vector<std::string>{"I ask for", "30.00 USD."});
}

TEST_CASE("cut text has the given ending") {
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
