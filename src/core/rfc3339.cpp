#include <algorithm>

#include "aliprotect/time.h"
#include "core/iso_text.h"

namespace aliprotect {
namespace {

// What four digits of a year can say.
constexpr Instant first_written = date::sys_days{date::year{0} / 1 / 1};
constexpr Instant last_written = date::sys_days{date::year{10000} / 1 / 1} - Seconds{1};

}  // namespace

void append_rfc3339(std::string& out, Instant at) {
  at = std::clamp(at, first_written, last_written);
  const auto midnight = date::floor<Days>(at);
  const auto second = static_cast<unsigned>((at - midnight).count());
  char text[] = "0000-00-00T00:00:00Z";
  write_iso_day(&text[0], date::year_month_day{midnight});
  write_two_digits(&text[11], second / 3600);
  write_two_digits(&text[14], second / 60 % 60);
  write_two_digits(&text[17], second % 60);
  out.append(text, sizeof text - 1);
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
  const Instant at = date::sys_days{*day} + time->since_midnight() - *offset;
  return is_in_range(at) ? std::optional(at) : std::nullopt;
}

}  // namespace aliprotect
