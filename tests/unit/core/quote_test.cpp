#include "core/text/quote.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("what was typed is quoted fit for a terminal") {
  struct Row {
    const char* name;
    std::string text;
    std::string quote;
  };
  const Row rows[] = {
      {"plain", "3 days", "\"3 days\""},
      {"empty", "", "\"\""},
      {"letters of other scripts", "żółć 円", "\"żółć 円\""},
      {"line ends and tabs", "a\r\n\tb", "\"a\\r\\n\\tb\""},
      {"escape sequence", "\x1b[2J", "\"\\x1b[2J\""},
      {"NUL", std::string("a\0b", 3), "\"a\\x00b\""},
      {"DEL", "\x7f", "\"\\x7f\""},
      {"C1", "\u009b", "\"\\xc2\\x9b\""},
      {"line separator", "\u2028", "\"\\xe2\\x80\\xa8\""},
      {"right to left", "\u202eab\u2066", "\"\\xe2\\x80\\xaeab\\xe2\\x81\\xa6\""},
      {"not UTF-8", "a\xff\xc3(", "\"a\\xff\\xc3(\""},
      {"cut UTF-8", "\xe2\x82", "\"\\xe2\\x82\""},
      {"80 bytes", std::string(80, 'x'), "\"" + std::string(80, 'x') + "\""},
      {"81 bytes", std::string(81, 'x'), "\"" + std::string(80, 'x') + "…\""},
      {"clipped between characters", std::string(79, 'x') + "€€",
       "\"" + std::string(79, 'x') + "€…\""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(in_quotes(row.text) == row.quote);
  }
}
