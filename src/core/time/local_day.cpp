#include "core/time/local_day.h"

namespace aliprotect {
namespace {

// Larger than any offset from UTC and any clock change.
constexpr Seconds farthest = Days{2};

Instant first_past_gap(std::chrono::local_seconds local, const Zone& zone) {
  Instant before = Instant{local.time_since_epoch()} - farthest;
  Instant after = Instant{local.time_since_epoch()} + farthest;
  while (after - before > Seconds{1}) {
    const Instant middle = before + (after - before) / 2;
    (zone.to_local(middle) < local ? before : after) = middle;
  }
  return after;
}

}  // namespace

Instant first_at_or_past(std::chrono::local_seconds local, const Zone& zone) {
  const Zone::Reading reading = zone.to_instants(local);
  return reading.earlier ? *reading.earlier : first_past_gap(local, zone);
}

std::optional<Instant> bound_of_day(std::chrono::local_days day, Bound bound, const Zone& zone) {
  const Instant first = first_at_or_past(day, zone);
  if (std::chrono::floor<Days>(zone.to_local(first)) != day) return std::nullopt;
  if (bound == Bound::begin) return first;
  return first_at_or_past(day + Days{1}, zone) - Seconds{1};
}

std::string month_of(Instant at, const Zone& zone) {
  const std::chrono::year_month_day day(std::chrono::floor<Days>(zone.to_local(at)));
  const auto month = static_cast<unsigned>(day.month());
  return std::to_string(static_cast<int>(day.year())) + (month < 10 ? "-0" : "-") +
         std::to_string(month);
}

}  // namespace aliprotect
