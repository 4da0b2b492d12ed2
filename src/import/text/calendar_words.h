#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"
#include "import/text/vocabulary.h"

namespace aliprotect {

// The names of months and weekdays in the languages of data/import, without a full stop. Case and
// accents do not matter.

struct MonthSpelling {
  std::string word;
  std::chrono::month month;
  VocabularyLine line;
};

struct WeekdaySpelling {
  std::string word;
  std::chrono::weekday weekday;
  VocabularyLine line;
};

/// Returns the spellings in `files` as bare words (import/text/page_text.h), sorted. A word that
/// two languages share is listed twice. Throws VocabularyError.
std::vector<MonthSpelling> read_months(std::span<const EmbeddedFile> files);
std::vector<WeekdaySpelling> read_weekdays(std::span<const EmbeddedFile> files);

/// Returns the spellings in data/import.
const std::vector<MonthSpelling>& month_spellings();
const std::vector<WeekdaySpelling>& weekday_spellings();

std::optional<std::chrono::month> month_named(std::string_view word);
std::optional<std::chrono::weekday> weekday_named(std::string_view word);

}  // namespace aliprotect
