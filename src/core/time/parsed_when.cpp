#include "core/time/parsed_when.h"

#include <iterator>
#include <optional>

#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/time/iso_text.h"
#include "core/time/span.h"

namespace aliprotect {
namespace {

/// Returns nullopt for text in another form, and InvalidWhen for invalid text in this form.
using Form = std::optional<ParsedWhen> (*)(Scanner text);

std::optional<ParsedWhen> day_word(Scanner text) {
  struct Row {
    std::string_view word;
    ParsedWhen meaning;
  };
  static const Row rows[] = {
      {"now", FromNow{Seconds{0}}},
      {"today", DayFromToday{Days{0}}},
      {"yesterday", DayFromToday{Days{-1}}},
      {"tomorrow", DayFromToday{Days{1}}},
  };
  for (const Row& row : rows) {
    if (same_word(row.word, text.rest())) return row.meaning;
  }
  return std::nullopt;
}

ParsedWhen calendar_day(const std::chrono::year_month_day& day) {
  if (std::string problem = problem_with(day); !problem.empty()) return InvalidWhen{problem};
  return CalendarDay{day};
}

ParsedWhen left_over(const Scanner& text) {
  return InvalidWhen{"unexpected " + in_quotes(text.rest()) + " at the end"};
}

/// Parses the time of day after `day`, and an offset from UTC.
ParsedWhen time_on(const std::chrono::year_month_day& day, Scanner text) {
  if (!text.take('T') && !text.take(' ')) return left_over(text);
  const auto time = take_time_of_day(text);
  if (!time) return InvalidWhen{"write the time of day as 08:30 or 08:30:00"};
  if (std::string problem = problem_with(*time); !problem.empty()) return InvalidWhen{problem};

  const Seconds since_midnight = time->since_midnight();
  if (text.done()) return WallTime{std::chrono::local_days{day} + since_midnight};
  const auto offset = take_offset(text);
  if (!offset || !text.done()) return left_over(text);
  return ExactTime{std::chrono::sys_days{day} + since_midnight - *offset};
}

std::optional<ParsedWhen> iso_form(Scanner text) {
  Scanner shape = text;
  const bool digits = !shape.take_digits().empty();
  if (!digits || !shape.take('-') || !shape.at_digit()) return std::nullopt;
  const auto day = take_iso_date(text);
  if (!day || text.at_digit()) {
    return InvalidWhen{"a date needs four digits for the year, and two each for month and day"};
  }
  const ParsedWhen date = calendar_day(*day);
  if (text.done() || std::holds_alternative<InvalidWhen>(date)) return date;
  return time_on(*day, text);
}

std::optional<unsigned> month_number(std::string_view word) {
  for (std::size_t i = 0; i < month_names.size(); ++i) {
    const std::string_view name = month_names[i];
    if (same_word(word, name) || same_word(word, name.substr(0, 3))) {
      return static_cast<unsigned>(i) + 1;
    }
  }
  return std::nullopt;
}

ParsedWhen named_day(std::string_view day, std::string_view month, std::string_view year) {
  const auto number = month_number(month);
  if (!number) return InvalidWhen{"unknown month " + in_quotes(month)};
  if (year.size() != 4) return InvalidWhen{"the year needs four digits"};
  if (day.size() > 2) return InvalidWhen{"there is no day " + in_quotes(day)};
  const auto day_number = static_cast<unsigned>(*Scanner(day).take_number(day.size()));
  return calendar_day(std::chrono::year{*Scanner(year).take_number(4)} /
                      std::chrono::month{*number} / std::chrono::day{day_number});
}

/// `15 Dec 2026`
std::optional<ParsedWhen> day_month_year(Scanner text) {
  const std::string_view day = text.take_digits();
  if (day.empty() || text.take_blanks().empty()) return std::nullopt;
  const std::string_view month = text.take_letters();
  if (text.done() && month_number(month)) return InvalidWhen{"the year is missing"};
  if (month.empty() || text.take_blanks().empty()) return std::nullopt;
  const std::string_view year = text.take_digits();
  if (!month_number(month) && (year.size() != 4 || !text.done())) return std::nullopt;
  return text.done() ? named_day(day, month, year) : left_over(text);
}

/// `Dec 15, 2026`
std::optional<ParsedWhen> month_day_year(Scanner text) {
  const std::string_view month = text.take_letters();
  if (month.empty() || text.take_blanks().empty()) return std::nullopt;
  const std::string_view day = text.take_digits();
  if (day.empty() || !text.take(',') || text.take_blanks().empty()) return std::nullopt;
  const std::string_view year = text.take_digits();
  if (year.empty()) return std::nullopt;
  return text.done() ? named_day(day, month, year) : left_over(text);
}

/// The countdown of the order page: `12 days 03:04:05`
std::optional<ParsedWhen> countdown(Scanner text) {
  const std::string_view days = text.take_digits();
  text.take_blanks();
  const std::string_view unit = text.take_letters();
  const bool is_days = same_word(unit, "days") || same_word(unit, "day") || same_word(unit, "d");
  if (days.empty() || days.size() > 5 || !is_days || text.take_blanks().empty())
    return std::nullopt;
  const auto clock = take_time_of_day(text);
  if (!clock || !clock->second || !text.done()) return std::nullopt;
  if (std::string problem = problem_with(*clock); !problem.empty()) return InvalidWhen{problem};
  return FromNow{Days{*Scanner(days).take_number(days.size())} + clock->since_midnight()};
}

/// `+3d`, `-1d12h`, `in 2 weeks`, `3 days ago`, and the countdown of the order page: `12d 3h 4m`
std::optional<ParsedWhen> relative_form(Scanner text) {
  Scanner word = text;
  const bool in = same_word(word.take_letters(), "in") && !word.take_blanks().empty();
  if (in) text = word;
  const bool later = !in && text.take('+');
  const bool earlier = !in && !later && text.take('-');
  if (!text.at_digit()) return std::nullopt;

  const Span span = take_span(text);
  if (!span.length) return InvalidWhen{span.problem};
  if (text.done()) return FromNow{earlier ? -*span.length : *span.length};
  const bool ago = !in && !later && !earlier && same_word(text.rest(), "ago");
  return ago ? ParsedWhen(FromNow{-*span.length}) : left_over(text);
}

constexpr Form forms[] = {day_word,       iso_form,  day_month_year,
                          month_day_year, countdown, relative_form};

}  // namespace

ParsedWhen parse_when(std::string_view text) {
  const Scanner whole(trimmed(text));
  for (const Form form : forms) {
    if (auto parsed = form(whole)) return *parsed;
  }
  return InvalidWhen{};
}

}  // namespace aliprotect
