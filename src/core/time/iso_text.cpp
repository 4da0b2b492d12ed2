#include "core/time/iso_text.h"

#include <algorithm>

namespace aliprotect {
namespace {

constexpr auto first_second = std::chrono::sys_days{std::chrono::year{1970} / 1 / 1};
constexpr auto first_second_after = std::chrono::sys_days{std::chrono::year{3000} / 1 / 1};

constexpr Instant first_written = std::chrono::sys_days{std::chrono::year{0} / 1 / 3};
constexpr Instant last_written = std::chrono::sys_days{std::chrono::year{9999} / 12 / 29};

}  // namespace

Instant clamp_to_four_digit_years(Instant at) {
  return std::clamp(at, first_written, last_written);
}

const Instant first_instant = first_second;
const Instant last_instant = first_second_after - Seconds{1};

Seconds TimeOfDay::since_midnight() const {
  return std::chrono::hours{hour} + std::chrono::minutes{minute} + Seconds{second.value_or(0)};
}

std::optional<std::chrono::year_month_day> take_iso_date(Scanner& text) {
  Scanner ahead = text;
  const auto year = ahead.take_number(4);
  if (!year || !ahead.take('-')) return std::nullopt;
  const auto month = ahead.take_number(2);
  if (!month || !ahead.take('-')) return std::nullopt;
  const auto day = ahead.take_number(2);
  if (!day) return std::nullopt;
  text = ahead;
  return std::chrono::year{*year} / *month / *day;
}

std::optional<TimeOfDay> take_time_of_day(Scanner& text) {
  Scanner ahead = text;
  const auto hour = ahead.take_number(2);
  if (!hour || !ahead.take(':')) return std::nullopt;
  const auto minute = ahead.take_number(2);
  if (!minute) return std::nullopt;
  TimeOfDay time{*hour, *minute, std::nullopt};
  if (ahead.take(':')) {
    time.second = ahead.take_number(2);
    if (!time.second) return std::nullopt;
  }
  text = ahead;
  return time;
}

std::optional<Seconds> take_offset(Scanner& text) {
  Scanner ahead = text;
  if (text.take('Z')) return Seconds{0};
  const bool east = ahead.take('+');
  if (!east && !ahead.take('-')) return std::nullopt;
  const auto offset = take_time_of_day(ahead);
  if (!offset || !offset->ok() || offset->second) return std::nullopt;
  text = ahead;
  return east ? offset->since_midnight() : -offset->since_midnight();
}

std::string problem_with(const std::chrono::year_month_day& day) {
  if (day.ok()) return {};
  const unsigned month = static_cast<unsigned>(day.month());
  const unsigned number = static_cast<unsigned>(day.day());
  if (!day.month().ok()) return "there is no month " + std::to_string(month);
  if (number == 0) return "there is no day 0";
  const auto last =
      std::chrono::year_month_day_last(day.year() / day.month() / std::chrono::last).day();
  return std::string(month_names[month - 1]) + " " + std::to_string(static_cast<int>(day.year())) +
         " has " + std::to_string(static_cast<unsigned>(last)) + " days";
}

std::string problem_with(const TimeOfDay& time) {
  if (time.hour >= 24) return "there is no hour " + std::to_string(time.hour);
  if (time.minute >= 60) return "there is no minute " + std::to_string(time.minute);
  if (time.second.value_or(0) >= 60) return "there is no second " + std::to_string(*time.second);
  return {};
}

bool is_in_range(Instant at) { return first_instant <= at && at <= last_instant; }

void write_iso_day(char* to, const std::chrono::year_month_day& day) {
  const auto year = static_cast<unsigned>(static_cast<int>(day.year()));
  write_two_digits(to, year / 100);
  write_two_digits(to + 2, year % 100);
  to[4] = '-';
  write_two_digits(to + 5, static_cast<unsigned>(day.month()));
  to[7] = '-';
  write_two_digits(to + 8, static_cast<unsigned>(day.day()));
}

std::string to_iso_text(const std::chrono::year_month_day& day) {
  std::string text(10, ' ');
  write_iso_day(text.data(), day);
  return text;
}

std::string to_iso_text(Seconds since_midnight) {
  const std::chrono::hh_mm_ss<Seconds> time{since_midnight};
  std::string text = time.seconds().count() == 0 ? "00:00" : "00:00:00";
  write_two_digits(&text[0], static_cast<unsigned>(time.hours().count()));
  write_two_digits(&text[3], static_cast<unsigned>(time.minutes().count()));
  if (text.size() > 5) write_two_digits(&text[6], static_cast<unsigned>(time.seconds().count()));
  return text;
}

}  // namespace aliprotect
