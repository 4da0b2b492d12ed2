#include "import/text/printed_day.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "core/time/iso_text.h"
#include "import/text/calendar_words.h"

namespace aliprotect {
namespace {

constexpr std::string_view separators = "-/.";

bool is_of_word(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

unsigned value_of(std::string_view digits) {
  return static_cast<unsigned>(*Scanner(digits).take_number(digits.size()));
}

bool is_short(std::string_view digits) { return !digits.empty() && digits.size() <= 2; }

PrintedDay found(std::chrono::year_month_day day) { return {day, problem_with(day), false}; }

PrintedDay trouble(std::string text) { return {{}, std::move(text), false}; }

/// Returns the day with these parts; the year must have four digits.
PrintedDay made_of(std::string_view year, std::chrono::month month, std::string_view day) {
  if (year.size() != 4) return trouble("a year has four digits");
  return found(std::chrono::year{static_cast<int>(value_of(year))} / month /
               std::chrono::day{value_of(day)});
}

/// Letters of any script, and the hyphen in Portuguese days of the week.
std::string_view take_word(Scanner& text) {
  const std::string_view rest = text.rest();
  std::size_t size = 0;
  while (size < rest.size() &&
         (is_of_word(rest[size]) || (rest[size] == '-' && rest.substr(size).starts_with("-feira"))))
    ++size;
  text.take(rest.substr(0, size));
  return rest.substr(0, size);
}

std::optional<std::chrono::month> take_month_name(Scanner& text) {
  Scanner ahead = text;
  const auto month = month_named(take_word(ahead));
  if (month) text = ahead;
  return month;
}

bool take_one_of(Scanner& text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.take(word); });
}

/// The ending of an ordinal number: `24th`, `1er`, `1º`.
void skip_ordinal(Scanner& text, unsigned day) {
  constexpr std::string_view english[] = {"th", "st", "nd", "rd"};
  const bool is_teen = day / 10 % 10 == 1;
  if (text.take(english[is_teen || day % 10 > 3 ? 0 : day % 10]) || day != 1) return;
  take_one_of(text, {"er", "o", "°"});
}

/// Consumes what separates the parts of a date with a named month: full stop, comma, hyphen, slash,
/// blank, `de`, `of`. Returns whether there was anything.
bool take_between(Scanner& text) {
  const std::size_t before = text.rest().size();
  text.take('.');
  text.take(',');
  if (!text.take('-') && !text.take('/')) {
    text.take_blanks();
    take_one_of(text, {"de ", "del ", "of "});
  }
  return text.rest().size() < before;
}

/// The word for year after a date: Russian `г.`, Polish `r.`
void skip_word_year(Scanner& text) {
  constexpr std::string_view words[] = {"года", "г.", "г", "roku", "r."};
  for (const std::string_view word : words) {
    Scanner ahead = text;
    ahead.take_blanks();
    if (!ahead.take(word) || (!ahead.done() && is_of_word(ahead.rest().front()))) continue;
    text = ahead;
    return;
  }
}

/// `24 mar 2026`, `24th of march 2026`, `3. aug 2025`, `1er août 2025`, `10 de fev. de 2026`, `3
/// авг. 2025 г.`
std::optional<PrintedDay> day_then_month_name(Scanner& text, DateOrder) {
  Scanner ahead = text;
  const std::string_view day = ahead.take_digits();
  if (!is_short(day)) return std::nullopt;
  skip_ordinal(ahead, value_of(day));
  if (!take_between(ahead)) return std::nullopt;
  const auto month = take_month_name(ahead);
  if (!month || !take_between(ahead)) return std::nullopt;
  const std::string_view year = ahead.take_digits();
  if (year.empty()) return std::nullopt;
  skip_word_year(ahead);
  text = ahead;
  return made_of(year, *month, day);
}

/// `mar 24, 2026`, `mar 24th 2026`, `feb. 10 2026`
std::optional<PrintedDay> month_name_then_day(Scanner& text, DateOrder) {
  Scanner ahead = text;
  const auto month = take_month_name(ahead);
  if (!month || !take_between(ahead)) return std::nullopt;
  const std::string_view day = ahead.take_digits();
  if (!is_short(day)) return std::nullopt;
  skip_ordinal(ahead, value_of(day));
  if (!take_between(ahead)) return std::nullopt;
  const std::string_view year = ahead.take_digits();
  if (year.empty()) return std::nullopt;
  text = ahead;
  return made_of(year, *month, day);
}

/// Three numbers with two equal separators.
struct Numbers {
  std::string_view first, second, third;
  char separator;
};

/// The same separator again, with a blank if the first had one: `24. 3. 2026`.
bool take_again(Scanner& text, char separator, bool with_blank) {
  return text.take(separator) && text.take_blanks().empty() != with_blank;
}

std::optional<Numbers> take_numbers(Scanner& text) {
  Scanner ahead = text;
  const std::string_view first = ahead.take_digits();
  if (first.empty() || ahead.done()) return std::nullopt;
  const char separator = ahead.rest().front();
  if (separators.find(separator) == std::string_view::npos) return std::nullopt;
  ahead.take(separator);
  const bool with_blank = separator == '.' && !ahead.take_blanks().empty();
  const std::string_view second = ahead.take_digits();
  if (!is_short(second) || !take_again(ahead, separator, with_blank)) return std::nullopt;
  const std::string_view third = ahead.take_digits();
  if (third.empty()) return std::nullopt;
  text = ahead;
  return Numbers{first, second, third, separator};
}

/// `2026-03-24`, `2026/3/24`
std::optional<PrintedDay> year_first(Scanner& text, DateOrder) {
  Scanner ahead = text;
  const auto numbers = take_numbers(ahead);
  if (!numbers || numbers->first.size() != 4 || !is_short(numbers->third)) return std::nullopt;
  text = ahead;
  return made_of(numbers->first, std::chrono::month{value_of(numbers->second)}, numbers->third);
}

/// Returns the day that `03/04/2026` means. In dates with full stops, the day always comes first.
PrintedDay day_of(const Numbers& numbers, DateOrder order) {
  constexpr unsigned last_month = 12;
  const unsigned first = value_of(numbers.first);
  const unsigned second = value_of(numbers.second);
  const PrintedDay day_first = made_of(numbers.third, std::chrono::month{second}, numbers.first);
  const PrintedDay month_first = made_of(numbers.third, std::chrono::month{first}, numbers.second);
  if (order == DateOrder::day_first || numbers.separator == '.') return day_first;
  if (order == DateOrder::month_first) return month_first;
  if (second > last_month) return month_first;
  if (first > last_month || first == second || !day_first.trouble.empty()) return day_first;
  return {{},
          "it could mean " + to_iso_text(day_first.day) + " or " + to_iso_text(month_first.day),
          true};
}

/// `24.03.2026`, `24. 3. 2026`, `24.03.2026 г.`, `3/24/2026`, `24-03-2026`
std::optional<PrintedDay> year_last(Scanner& text, DateOrder order) {
  Scanner ahead = text;
  const auto numbers = take_numbers(ahead);
  if (!numbers || !is_short(numbers->first)) return std::nullopt;
  skip_word_year(ahead);
  text = ahead;
  return day_of(*numbers, order);
}

using Form = std::optional<PrintedDay> (*)(Scanner& text, DateOrder order);
constexpr Form forms[] = {year_first, year_last, month_name_then_day, day_then_month_name};

/// The article or preposition before a day: `le 24 mars 2026`, `am 24.03.2026`.
void skip_small_word(Scanner& text) {
  take_one_of(text, {"le ", "el ", "il ", "am ", "den ", "em ", "op ", "on "});
}

std::optional<PrintedDay> take_bare_day(Scanner& text, DateOrder order) {
  Scanner ahead = text;
  skip_small_word(ahead);
  for (const Form form : forms) {
    auto day = form(ahead, order);
    if (!day) continue;
    text = ahead;
    return day;
  }
  return std::nullopt;
}

/// `tue, `, `mar. `
std::optional<std::chrono::weekday> take_weekday(Scanner& text) {
  Scanner ahead = text;
  skip_small_word(ahead);
  const auto weekday = weekday_named(take_word(ahead));
  if (!weekday) return std::nullopt;
  ahead.take('.');
  ahead.take(',');
  if (ahead.take_blanks().empty()) return std::nullopt;
  text = ahead;
  return weekday;
}

}  // namespace

std::optional<PrintedDay> take_printed_day(Scanner& text, DateOrder order) {
  // First without a weekday: `mar` is March and, in some languages, Tuesday.
  if (auto day = take_bare_day(text, order)) return day;
  Scanner ahead = text;
  const auto weekday = take_weekday(ahead);
  if (!weekday) return std::nullopt;
  auto day = take_bare_day(ahead, order);
  if (!day) return std::nullopt;
  text = ahead;
  if (day->trouble.empty() && std::chrono::weekday{std::chrono::sys_days{day->day}} != *weekday)
    day->trouble = to_iso_text(day->day) + " is another day of the week";
  return day;
}

}  // namespace aliprotect
