#include "render/ascii.h"

#include <string>

#include "render/text.h"
#include "support/catch.h"

namespace aliprotect {
namespace {

TEST_CASE("text is converted to ASCII of the same width") {
  struct Row {
    const char* name;
    std::string text;
    std::string ascii;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"ASCII", "Lamp 2", "Lamp 2"},
      {"colours", "\x1b[1;31mdue\x1b[0m", "\x1b[1;31mdue\x1b[0m"},
      {"the program's own signs", "in 2 d · a… → ▶ ● ○ —", "in 2 d - a~ > > * o -"},
      {"letters with marks", "Tässchen Łódź Cafe\u0301", "Tasschen ?odz Cafe"},
      {"quotes", "„schön“ ‘a’", "\"schon\" 'a'"},
      {"other letters", "Кабель", "??????"},
      {"wide ones", "雨伞 lamp", "???? lamp"},
      {"full-width ones", "Ａ", "??"},
      {"a family", "👨‍👩‍👧", "??"},
      {"a mark alone", "a \u0301", "a "},
      {"no UTF-8", "\xff", "?"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(in_ascii(row.text) == row.ascii);
  }
  CHECK(display_width(in_ascii("雨伞 · Cafe\u0301…")) == display_width("雨伞 · Cafe\u0301…"));
}

TEST_CASE("JSON is escaped to ASCII") {
  CHECK(json_in_ascii(R"({"title":"hub"})") == R"({"title":"hub"})");
  CHECK(json_in_ascii("\"é…雨\"") == R"("\u00e9\u2026\u96e8")");
  CHECK(json_in_ascii("\"🎧\"") == R"("\ud83c\udfa7")");
  CHECK(json_in_ascii("") == "");
}

}  // namespace
}  // namespace aliprotect
