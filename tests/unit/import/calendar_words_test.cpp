// The names of months and weekdays of nine languages do not contradict each other.
#include "import/calendar_words.h"

#include <map>
#include <set>
#include <string>

#include "import/page_text.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("no spelling means two months") {
  std::map<std::string_view, std::set<unsigned>> meanings;
  std::set<unsigned> months;
  for (const auto& [word, month] : month_spellings()) {
    INFO(word);
    CHECK(month.ok());
    meanings[word].insert(static_cast<unsigned>(month));
    CHECK(meanings[word].size() == 1);
    months.insert(static_cast<unsigned>(month));
  }
  CHECK(months.size() == 12);
  CHECK(meanings.at("mar") == std::set<unsigned>{3});
  CHECK(meanings.at("lis") == std::set<unsigned>{11});
}

TEST_CASE("no spelling means two days of the week") {
  std::map<std::string_view, std::set<unsigned>> meanings;
  for (const auto& [word, weekday] : weekday_spellings()) {
    INFO(word);
    CHECK(weekday.ok());
    meanings[word].insert(weekday.c_encoding());
    CHECK(meanings[word].size() == 1);
  }
  CHECK(meanings.at("mar") == std::set<unsigned>{2});
}

TEST_CASE("spellings are written as they are looked up") {
  for (const auto& [word, month] : month_spellings()) CHECK(folded(word) == word);
  for (const auto& [word, weekday] : weekday_spellings()) CHECK(folded(word) == word);
}

TEST_CASE("words that are no month or no weekday") {
  for (const char* word : {"", "j", "ja", "janu", "ma", "febr", "marz", "sept.", "Mai", "mar ",
                           "okto", "tue", "монтаг", "lunedi"}) {
    INFO(word);
    CHECK_FALSE(month_named(word).has_value());
  }
  for (const char* word : {"", "m", "mond", "mon.", "Tue", "wd", "may", "feira", "terca-feira"}) {
    INFO(word);
    CHECK_FALSE(weekday_named(word).has_value());
  }
}
