#include "aliprotect/error.h"
#include "aliprotect/time.h"
#include "core/text/quote.h"
#include "core/time/iso_text.h"
#include "core/time/local_day.h"
#include "core/time/parsed_when.h"

namespace aliprotect {
namespace {

constexpr std::string_view accepted_forms =
    "write 2026-12-15, \"2026-12-15 08:30\", 2026-12-15T08:30:00Z, \"15 Dec 2026\", "
    "\"Dec 15, 2026\", now, today, yesterday, tomorrow, +3d, -2w, \"3 days ago\", \"in 2 weeks\" "
    "or \"12d 3h 4m\"";

UserError refusal(std::string_view text, const std::string& problem) {
  return usage_error("invalid time " + in_quotes(text) + ": " + problem);
}

std::string wall_text(std::chrono::local_seconds local) {
  const auto day = std::chrono::floor<Days>(local);
  return to_iso_text(std::chrono::year_month_day{day}) + " " + to_iso_text(local - day);
}

/// Resolves a parsed WHEN to an instant. Throws UserError if there is none.
struct Resolution {
  std::string_view text;
  Bound bound;
  Instant now;
  const Zone& zone;

  TypedTime operator()(const ExactTime& time) const { return {time.at, {}}; }
  TypedTime operator()(const FromNow& time) const { return {now + time.distance, {}}; }

  TypedTime operator()(const CalendarDay& date) const {
    return {bound_of(std::chrono::local_days{date.day}), {}};
  }

  TypedTime operator()(const DayFromToday& day) const {
    return {bound_of(std::chrono::floor<Days>(zone.to_local(now)) + day.distance), {}};
  }

  TypedTime operator()(const WallTime& time) const {
    const Zone::Reading reading = zone.to_instants(time.shown);
    if (!reading.earlier) throw skipped(time.shown);
    if (*reading.earlier == *reading.later) return {*reading.earlier, {}};
    const bool take_earlier = bound == Bound::end;
    const Instant taken = take_earlier ? *reading.earlier : *reading.later;
    return {taken, wall_text(time.shown) + " occurs twice in " + zone.name() + "; using the " +
                       (take_earlier ? "earlier" : "later") + " time, " + to_rfc3339(taken)};
  }

  TypedTime operator()(const InvalidWhen& parsed) const {
    const std::string problem = parsed.problem.empty() ? "" : parsed.problem + "; ";
    throw refusal(text, problem + std::string(accepted_forms));
  }

  Instant bound_of(std::chrono::local_days day) const {
    if (const auto at = bound_of_day(day, bound, zone)) return *at;
    throw refusal(text, to_iso_text(std::chrono::year_month_day{day}) + " does not exist in " +
                            zone.name() + "; use another day");
  }

  UserError skipped(std::chrono::local_seconds shown) const {
    const auto next = zone.to_local(first_at_or_past(shown, zone));
    return refusal(text, "the clocks in " + zone.name() +
                             " skip it (daylight saving time); the next valid time is " +
                             wall_text(next));
  }
};

}  // namespace

TypedTime resolve_when(const ParsedWhen& parsed, std::string_view text, Bound bound, Instant now,
                       const Zone& zone) {
  TypedTime time = std::visit(Resolution{text, bound, now, zone}, parsed);
  if (is_in_range(time.at)) return time;
  throw refusal(text, "it is outside the range 1970-01-01 to 2999-12-31 (UTC)");
}

bool needs_zone(const ParsedWhen& parsed) {
  return std::holds_alternative<CalendarDay>(parsed) ||
         std::holds_alternative<DayFromToday>(parsed) || std::holds_alternative<WallTime>(parsed);
}

TypedTime read_when(std::string_view text, Bound bound, Instant now, const Zone& zone) {
  return resolve_when(parse_when(text), text, bound, now, zone);
}

bool needs_zone(std::string_view text) { return needs_zone(parse_when(text)); }

}  // namespace aliprotect
