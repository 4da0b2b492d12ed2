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

/// A time of day as written; not `ok` if its values are out of range.
struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  std::optional<int> second;

  bool ok() const { return hour < 24 && minute < 60 && second.value_or(0) < 60; }
  Seconds since_midnight() const;
};

// These consume one part of an ISO 8601 time and return nullopt for other text. They do not check
// that the values are in range.

/// `2026-12-15`
std::optional<std::chrono::year_month_day> take_iso_date(Scanner& text);
/// `08:30` or `08:30:00`
std::optional<TimeOfDay> take_time_of_day(Scanner& text);
/// `Z`, `+02:00`: the offset to subtract to get UTC
std::optional<Seconds> take_offset(Scanner& text);

/// Returns why `day` is invalid, such as `February 2026 has 28 days`; empty if it is valid.
std::string problem_with(const std::chrono::year_month_day& day);
/// Returns why `time` is invalid, such as `there is no hour 24`; empty if it is valid.
std::string problem_with(const TimeOfDay& time);

bool is_in_range(Instant at);
/// Clamps to the range in which every time zone shows a year of four digits.
Instant clamp_to_four_digit_years(Instant at);

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
/// Writes `2026-12-15`; the year must have at most four digits.
void write_iso_day(char* to, const std::chrono::year_month_day& day);
/// `2026-12-15`
std::string to_iso_text(const std::chrono::year_month_day& day);
/// `08:30`, or `08:30:15` if it has seconds.
std::string to_iso_text(Seconds since_midnight);

}  // namespace aliprotect
