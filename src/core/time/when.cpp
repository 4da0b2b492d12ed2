#include "aliprotect/error.h"
#include "aliprotect/time.h"
#include "core/text/quote.h"
#include "core/text/wording.h"
#include "core/time/iso_text.h"
#include "core/time/local_day.h"

namespace aliprotect {
namespace {

constexpr std::string_view accepted_forms =
    "write 2026-12-15, \"2026-12-15 08:30\", 2026-12-15T08:30:00Z, \"15 Dec 2026\", "
    "\"Dec 15, 2026\", now, today, yesterday, tomorrow, +3d, -2w, \"3 days ago\", \"in 2 weeks\" "
    "or \"12d 3h 4m\"";

UserError refusal(std::string_view text, const std::string& trouble) {
  return usage_error("cannot read " + in_quotes(text) + " as a time" +
                     (trouble.empty() ? "" : ": " + trouble));
}

std::string wall_text(std::chrono::local_seconds local) {
  const auto day = std::chrono::floor<Days>(local);
  return to_iso_text(std::chrono::year_month_day{day}) + " " + to_iso_text(local - day);
}

/// Turns what was typed into an instant. Each throws where there is none.
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
    return {taken, wall_text(time.shown) + " occurs twice in " + zone.name() + ": the " +
                       (take_earlier ? "earlier" : "later") + " was taken, " + to_rfc3339(taken)};
  }

  TypedTime operator()(const Unreadable& wording) const {
    const std::string trouble = wording.trouble.empty() ? "" : wording.trouble + "; ";
    throw refusal(text, trouble + std::string(accepted_forms));
  }

  Instant bound_of(std::chrono::local_days day) const {
    if (const auto at = bound_of_day(day, bound, zone)) return *at;
    throw refusal(text, to_iso_text(std::chrono::year_month_day{day}) +
                            " was left out of the calendar in " + zone.name() +
                            "; give another day");
  }

  UserError skipped(std::chrono::local_seconds shown) const {
    const auto next = zone.to_local(first_at_or_past(shown, zone));
    return refusal(text, "the clocks in " + zone.name() +
                             " were put forward past it (summer time)" +
                             "; the next time that exists is " + wall_text(next));
  }
};

}  // namespace

TypedTime read_when(std::string_view text, Bound bound, Instant now, const Zone& zone) {
  TypedTime time = std::visit(Resolution{text, bound, now, zone}, read_wording(text));
  if (is_in_range(time.at)) return time;
  throw refusal(text, "it is outside 1970-01-01 to 2999-12-31 (UTC)");
}

bool needs_zone(std::string_view text) {
  const Wording wording = read_wording(text);
  return std::holds_alternative<CalendarDay>(wording) ||
         std::holds_alternative<DayFromToday>(wording) || std::holds_alternative<WallTime>(wording);
}

}  // namespace aliprotect
