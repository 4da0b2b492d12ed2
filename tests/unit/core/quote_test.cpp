#include "core/text/quote.h"

#include "core/text/name_list.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("quoted text is safe to print on a terminal") {
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
      {"beyond Unicode", "\xf4\x90\x80\x80", "\"\\xf4\\x90\\x80\\x80\""},
      {"surrogate", "\xed\xa0\x80", "\"\\xed\\xa0\\x80\""},
      {"overlong", "\xe0\x80\xaf", "\"\\xe0\\x80\\xaf\""},
      {"cut UTF-8", "\xe2\x82", "\"\\xe2\\x82\""},
      {"80 bytes", std::string(80, 'x'), "\"" + std::string(80, 'x') + "\""},
      {"81 bytes", std::string(81, 'x'), "\"" + std::string(80, 'x') + "…\""},
      {"clipped between characters", std::string(79, 'x') + "€€",
       "\"" + std::string(79, 'x') + "€…\""},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(in_quotes(row.text) == row.quote);
    CHECK("\"" + excerpt(row.text) + "\"" == row.quote);
  }
}

TEST_CASE("long text is shortened in the middle, between characters") {
  struct Row {
    const char* name;
    std::string text;
    std::size_t most;
    std::string shown;
  };
  const Row rows[] = {
      {"short", "abcdef", 6, "abcdef"},
      {"longer", "abcdefg", 6, "abc … efg"},
      {"an odd limit", "abcdefg", 5, "ab … fg"},
      {"wide characters", "ab€cd€ef", 8, "ab … ef"},
      {"no characters fit", "€€", 2, " … "},
      {"bytes that are not UTF-8", "\x80\x80\x80\x80", 2, " … "},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(without_middle(row.text, row.most) == row.shown);
  }
}

TEST_CASE("a long list of names is shortened") {
  NameList names;
  CHECK(names.empty());
  CHECK(names.text().empty());
  for (const char* name : {"size", "colour", "size"}) names.add(name);
  CHECK_FALSE(names.empty());
  CHECK(names.text() == "colour, size");
  for (char letter = 'A'; letter <= 'Z'; ++letter) names.add(std::string(1, letter));
  CHECK(names.text() == "A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T and 8 more");
  NameList many;
  for (int count = 0; count < 5'000; ++count)
    many.add(std::to_string(count) + std::string(500, 'x'));
  CHECK(many.text().size() < 800);
  CHECK(many.text().ends_with("… and at least 992 more"));
}
