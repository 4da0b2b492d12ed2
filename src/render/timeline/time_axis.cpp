#include "render/timeline/time_axis.h"

#include <optional>

#include "core/time/local_day.h"

namespace aliprotect {
namespace {

constexpr const char* month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The distance between ticks, in days or in months.
struct Step {
  int days;
  int months;
};

constexpr Step steps[] = {{1, 0},   {7, 0},    {14, 0},   {0, 1},    {0, 2},    {0, 3},
                          {0, 6},   {0, 12},   {0, 24},   {0, 60},   {0, 120},  {0, 240},
                          {0, 600}, {0, 1200}, {0, 2400}, {0, 6000}, {0, 12000}};

/// A month has at least 28 days.
std::size_t least_seconds(const Step& step) {
  const Days days{step.days + 28 * step.months};
  return static_cast<std::size_t>(Seconds(days).count());
}

const Step& step_for(const TimeScale& scale, std::size_t room) {
  const auto length = static_cast<std::size_t>((scale.range().until - scale.range().from).count());
  for (const Step& step : steps) {
    if (scale.columns() * least_seconds(step) >= room * length) return step;
  }
  return steps[std::size(steps) - 1];
}

std::chrono::year_month_day day_in(Instant at, const Zone& zone) {
  return std::chrono::year_month_day(std::chrono::floor<Days>(zone.to_local(at)));
}

const char* name_of(std::chrono::month month) {
  return month_names[static_cast<unsigned>(month) - 1];
}

std::string label_of(const std::chrono::year_month_day& day, const Step& step) {
  const std::string year = std::to_string(static_cast<int>(day.year()));
  if (step.days > 0) {
    return std::to_string(static_cast<unsigned>(day.day())) + " " + name_of(day.month());
  }
  return step.months >= 12 || day.month() == std::chrono::January ? year : name_of(day.month());
}

/// Returns the first day on or after `day` that has a tick. Weeks begin on Mondays.
std::chrono::local_days first_from(std::chrono::local_days day, const Step& step) {
  if (step.days > 0) {
    const auto since_monday = day.time_since_epoch().count() + 3;
    return day + Days{(step.days - since_monday % step.days) % step.days};
  }
  const std::chrono::year_month_day date(day);
  int months = static_cast<int>(date.year()) * 12 + static_cast<int>(unsigned(date.month())) - 1;
  if (date.day() != std::chrono::day(1)) ++months;
  months += (step.months - months % step.months) % step.months;
  return std::chrono::local_days(std::chrono::year(months / 12) / (months % 12 + 1) / 1);
}

}  // namespace

std::vector<Tick> ticks_of(const TimeScale& scale, std::size_t room, const Zone& zone) {
  const Step& step = step_for(scale, room);
  const auto end = std::chrono::floor<Days>(zone.to_local(scale.range().until));
  auto day = first_from(std::chrono::floor<Days>(zone.to_local(scale.range().from)), step);
  std::vector<Tick> ticks;
  for (; day <= end; day = first_from(day + Days{1}, step)) {
    const auto begins = bound_of_day(day, Bound::begin, zone);
    if (!begins || !scale.range().contains(*begins)) continue;
    ticks.push_back({*begins, label_of(std::chrono::year_month_day(day), step)});
  }
  return ticks;
}

std::string short_day(Instant at, const Zone& zone) { return label_of(day_in(at, zone), {1, 0}); }

}  // namespace aliprotect
