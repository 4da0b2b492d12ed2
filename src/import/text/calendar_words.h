#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

// The names of months and days of the week as pages print them in English, German, French, Spanish,
// Portuguese, Italian, Dutch, Polish and Russian, without a full stop. Case and accents do not
// matter.

struct MonthSpelling {
  std::string word;
  date::month month;
};

struct WeekdaySpelling {
  std::string word;
  date::weekday weekday;
};

/// All spellings as bare words (import/page_text.h), sorted. One that two languages share stands
/// there once for each.
const std::vector<MonthSpelling>& month_spellings();
const std::vector<WeekdaySpelling>& weekday_spellings();

std::optional<date::month> month_named(std::string_view word);
std::optional<date::weekday> weekday_named(std::string_view word);

}  // namespace aliprotect
