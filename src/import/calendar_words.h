#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"

namespace aliprotect {

// The names of months and days of the week as pages print them in English, German, French, Spanish,
// Portuguese, Italian, Dutch, Polish and Russian: folded (import/page_text.h), without a full stop.

struct MonthSpelling {
  std::string_view word;
  date::month month;
};

struct WeekdaySpelling {
  std::string_view word;
  date::weekday weekday;
};

/// All spellings, sorted. One that two languages share stands there once for each.
const std::vector<MonthSpelling>& month_spellings();
const std::vector<WeekdaySpelling>& weekday_spellings();

std::optional<date::month> month_named(std::string_view word);
std::optional<date::weekday> weekday_named(std::string_view word);

}  // namespace aliprotect
