#include "render/timeline/timeline_text.h"

#include "render/phrases.h"

namespace aliprotect {

const char* urgency_mark(Urgency urgency) {
  switch (urgency) {
    case Urgency::critical:
      return "!!";
    case Urgency::soon:
      return "!";
    case Urgency::routine:
    case Urgency::none:
      return "";
  }
  return "";
}

std::string time_left(Instant at, Instant now) {
  const std::int64_t left = (at - now).count();
  constexpr std::int64_t minute = 60;
  constexpr std::int64_t hour = 60 * minute;
  constexpr std::int64_t day = 24 * hour;
  if (left < minute) return "now";
  if (left < hour) return std::to_string(left / minute) + " min";
  if (left < day) return std::to_string(left / hour) + " h";
  return std::to_string(left / day) + " d";
}

std::string next_event_label(const AssessedOrder& of, const std::optional<NextEvent>& next) {
  if (!next) return format_word(to_string(of.protection.status));
  return next->kind ? format_deadline_kind(*next->kind)
                    : format_action(of.protection.next_step.action);
}

}  // namespace aliprotect
