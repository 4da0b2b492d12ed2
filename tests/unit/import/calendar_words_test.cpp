// The names of months and weekdays of nine languages do not contradict each other.
#include "import/text/calendar_words.h"

#include <map>
#include <set>
#include <string>

#include "import/text/page_text.h"
#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("no spelling means two months") {
  std::map<std::string, std::set<unsigned>> meanings;
  std::set<unsigned> months;
  for (const auto& [word, month, line] : month_spellings()) {
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
  std::map<std::string, std::set<unsigned>> meanings;
  for (const auto& [word, weekday, line] : weekday_spellings()) {
    INFO(word);
    CHECK(weekday.ok());
    meanings[word].insert(weekday.c_encoding());
    CHECK(meanings[word].size() == 1);
  }
  CHECK(meanings.at("mar") == std::set<unsigned>{2});
}

TEST_CASE("spellings have the form in which they are looked up") {
  for (const auto& [word, month, line] : month_spellings()) CHECK(bare_words(word) == word);
  for (const auto& [word, weekday, line] : weekday_spellings()) CHECK(bare_words(word) == word);
}

TEST_CASE("other words are neither months nor weekdays") {
  for (const char* word : {"", "j", "ja", "janu", "ma", "febr", "marzz", "maer", "sept. 3", "okto",
                           "tue", "монтаг", "lunedi", "aou", "ao\u0308t"}) {
    INFO(word);
    CHECK_FALSE(month_named(word).has_value());
  }
  for (const char* word :
       {"", "m", "mond", "mon day", "wd", "may", "feira", "terca-feir", "s", "lune"}) {
    INFO(word);
    CHECK_FALSE(weekday_named(word).has_value());
  }
}

TEST_CASE("accents and case of a month or a weekday do not matter") {
  CHECK(month_named("août") == std::chrono::August);
  CHECK(month_named("aout") == std::chrono::August);
  CHECK(month_named("MÄRZ") == std::chrono::March);
  CHECK(month_named("październik") == month_named("pazdziernik"));
  CHECK(weekday_named("środa") == weekday_named("sroda"));
  CHECK(weekday_named("terça-feira") == weekday_named("terca-feira"));
}
