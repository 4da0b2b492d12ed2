#include "core/time/rfc3339.h"

#include <algorithm>

#include "aliprotect/time.h"
#include "core/time/iso_text.h"

namespace aliprotect {
namespace {

// The range of four-digit years.
constexpr Instant first_written = std::chrono::sys_days{std::chrono::year{0} / 1 / 1};
constexpr Instant last_written =
    std::chrono::sys_days{std::chrono::year{10000} / 1 / 1} - Seconds{1};

}  // namespace

std::array<char, 20> rfc3339(Instant at) {
  at = std::clamp(at, first_written, last_written);
  const auto midnight = std::chrono::floor<Days>(at);
  const auto second = static_cast<unsigned>((at - midnight).count());
  std::array<char, 20> text;
  write_iso_day(&text[0], std::chrono::year_month_day{midnight});
  text[10] = 'T';
  write_two_digits(&text[11], second / 3600);
  text[13] = ':';
  write_two_digits(&text[14], second / 60 % 60);
  text[16] = ':';
  write_two_digits(&text[17], second % 60);
  text[19] = 'Z';
  return text;
}

void append_rfc3339(std::string& out, Instant at) {
  const auto text = rfc3339(at);
  out.append(text.data(), text.size());
}

std::string to_rfc3339(Instant at) {
  std::string text;
  append_rfc3339(text, at);
  return text;
}

std::optional<Instant> from_rfc3339(std::string_view text) {
  Scanner scanner(text);
  const auto day = take_iso_date(scanner);
  if (!day || !day->ok() || !scanner.take('T')) return std::nullopt;
  const auto time = take_time_of_day(scanner);
  if (!time || !time->ok() || !time->second) return std::nullopt;
  const auto offset = take_offset(scanner);
  if (!offset || !scanner.done()) return std::nullopt;
  const Instant at = std::chrono::sys_days{*day} + time->since_midnight() - *offset;
  return is_in_range(at) ? std::optional(at) : std::nullopt;
}

}  // namespace aliprotect
