#include "import/text/calendar_words.h"

#include <algorithm>
#include <array>

#include "core/text/split.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::array<std::string_view, 12> months = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

constexpr std::array<std::string_view, 7> weekdays = {"sunday",   "monday", "tuesday", "wednesday",
                                                      "thursday", "friday", "saturday"};

/// Reads the lines `january: januar, jan` of the sections of `kind`; `meaning` turns the index of
/// the key among `keys` into a value.
template <typename Spelling>
std::vector<Spelling> read_spellings(std::span<const EmbeddedFile> files, std::string_view kind,
                                     std::span<const std::string_view> keys, auto meaning) {
  std::vector<Spelling> spellings;
  for (const VocabularySection& section : vocabulary_sections(files, kind)) {
    for (const VocabularyLine& line : section.lines) {
      const auto [key, words] = key_and_value(line);
      const auto found = std::find(keys.begin(), keys.end(), key);
      if (found == keys.end()) throw VocabularyError(line, "expected an English name first");
      for_each_part(words, ",", [&](std::string_view word) {
        spellings.push_back(
            {bare_words(word), meaning(static_cast<unsigned>(found - keys.begin())), line});
      });
    }
  }
  std::stable_sort(spellings.begin(), spellings.end(),
                   [](const Spelling& a, const Spelling& b) { return a.word < b.word; });
  return spellings;
}

template <typename Spelling>
const Spelling* find(const std::vector<Spelling>& spellings, std::string_view text) {
  const std::string word = bare_words(text);
  const auto found =
      std::lower_bound(spellings.begin(), spellings.end(), word,
                       [](const Spelling& row, const std::string& w) { return row.word < w; });
  return found != spellings.end() && found->word == word ? &*found : nullptr;
}

}  // namespace

std::vector<MonthSpelling> read_months(std::span<const EmbeddedFile> files) {
  return read_spellings<MonthSpelling>(files, "months", months,
                                       [](unsigned i) { return std::chrono::month{i + 1}; });
}

std::vector<WeekdaySpelling> read_weekdays(std::span<const EmbeddedFile> files) {
  return read_spellings<WeekdaySpelling>(files, "weekdays", weekdays,
                                         [](unsigned i) { return std::chrono::weekday{i}; });
}

const std::vector<MonthSpelling>& month_spellings() {
  static const auto spellings = read_months(vocabulary_files());
  return spellings;
}

const std::vector<WeekdaySpelling>& weekday_spellings() {
  static const auto spellings = read_weekdays(vocabulary_files());
  return spellings;
}

std::optional<std::chrono::month> month_named(std::string_view word) {
  const MonthSpelling* found = find(month_spellings(), word);
  return found ? std::optional(found->month) : std::nullopt;
}

std::optional<std::chrono::weekday> weekday_named(std::string_view word) {
  const WeekdaySpelling* found = find(weekday_spellings(), word);
  return found ? std::optional(found->weekday) : std::nullopt;
}

}  // namespace aliprotect
