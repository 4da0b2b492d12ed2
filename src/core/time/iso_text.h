#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/time.h"
#include "core/text/scanner.h"

namespace aliprotect {

/// A time of day as it was written; not `ok` where no clock shows it.
struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  std::optional<int> second;

  bool ok() const { return hour < 24 && minute < 60 && second.value_or(0) < 60; }
  Seconds since_midnight() const;
};

// Each takes one part of a time in ISO 8601. Nothing where it is written otherwise; the values may
// be impossible all the same.

/// `2026-12-15`
std::optional<std::chrono::year_month_day> take_iso_date(Scanner& text);
/// `08:30` or `08:30:00`
std::optional<TimeOfDay> take_time_of_day(Scanner& text);
/// `Z`, `+02:00`: what is to be taken off for UTC
std::optional<Seconds> take_offset(Scanner& text);

/// Why `day` is no day of the calendar: `February 2026 has 28 days`. Empty where it is one.
std::string trouble_with(const std::chrono::year_month_day& day);
/// Why no clock shows `time`: `there is no hour 24`. Empty where one does.
std::string trouble_with(const TimeOfDay& time);

bool is_in_range(Instant at);
/// The nearest instant of which every wall clock shows a year of four digits.
Instant as_written(Instant at);

inline constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

/// Writes `number`, at most 99, as two digits.
inline void write_two_digits(char* to, unsigned number) {
  static constexpr auto pairs = [] {
    std::array<char, 200> digits{};
    for (std::size_t i = 0; i < digits.size(); ++i)
      digits[i] = static_cast<char>('0' + (i % 2 == 0 ? i / 20 : i / 2 % 10));
    return digits;
  }();
  to[0] = pairs[2 * std::size_t{number}];
  to[1] = pairs[2 * std::size_t{number} + 1];
}
/// `2026-12-15`, of a year with up to four digits.
void write_iso_day(char* to, const std::chrono::year_month_day& day);
/// `2026-12-15`
std::string to_iso_text(const std::chrono::year_month_day& day);
/// `08:30`, with the seconds where there are some.
std::string to_iso_text(Seconds since_midnight);

}  // namespace aliprotect
