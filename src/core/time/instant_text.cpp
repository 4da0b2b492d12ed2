#include <algorithm>
#include <string>

#include "aliprotect/time.h"
#include "core/time/iso_text.h"
#include "core/time/local_day.h"

namespace aliprotect {
namespace {

constexpr std::string_view weekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

struct DistanceUnit {
  Seconds length;
  std::string_view name;
};

constexpr DistanceUnit distance_units[] = {
    {Days{1}, " d"},
    {std::chrono::hours{1}, " h"},
    {std::chrono::minutes{1}, " min"},
    {Seconds{1}, " s"},
};

/// `2 d 4 h`: the largest unit and the next one; seconds only below a minute.
std::string two_units(Seconds length) {
  const auto* unit = std::find_if(std::begin(distance_units), std::end(distance_units) - 1,
                                  [length](const DistanceUnit& u) { return length >= u.length; });
  std::string text = std::to_string(length / unit->length);
  text += unit->name;
  if (unit->length <= std::chrono::minutes{1}) return text;
  const DistanceUnit& smaller = *(unit + 1);
  const auto rest = length % unit->length / smaller.length;
  if (rest == 0) return text;
  return text.append(" ").append(std::to_string(rest)).append(smaller.name);
}

}  // namespace

std::string to_text(Instant at, Bound bound, const Zone& zone) {
  at = clamp_to_four_digit_years(at);
  const std::chrono::local_seconds local = zone.to_local(at);
  const auto day = std::chrono::floor<Days>(local);
  std::string text(weekdays[std::chrono::weekday{day}.c_encoding()]);
  text.append(" ").append(to_iso_text(std::chrono::year_month_day{day}));
  if (bound_of_day(day, bound, zone) == at) return text;
  return text.append(" ").append(
      to_iso_text(std::chrono::floor<std::chrono::minutes>(local - day)));
}

std::string to_short_text(Instant at, Bound bound, Instant now, const Zone& zone) {
  constexpr Days half_a_year{183};
  at = clamp_to_four_digit_years(at);
  const std::chrono::local_seconds local = zone.to_local(at);
  const auto day = std::chrono::floor<Days>(local);
  const std::chrono::year_month_day date(day);
  std::string text(weekdays[std::chrono::weekday{day}.c_encoding()]);
  text.append(" ").append(std::to_string(static_cast<unsigned>(date.day())));
  text.append(" ").append(month_names[static_cast<unsigned>(date.month()) - 1].substr(0, 3));
  const bool is_near = at - now < half_a_year && now - at < half_a_year;
  if (!is_near) text.append(" ").append(std::to_string(static_cast<int>(date.year())));
  if (bound_of_day(day, bound, zone) == at) return text;
  return text.append(" ").append(
      to_iso_text(std::chrono::floor<std::chrono::minutes>(local - day)));
}

std::string to_distance(Instant at, Instant now) {
  if (at == now) return "now";
  return at > now ? "in " + two_units(at - now) : two_units(now - at) + " ago";
}

std::int64_t days_left(Instant at, Instant now) {
  return std::chrono::floor<Days>(at - now).count();
}

}  // namespace aliprotect
