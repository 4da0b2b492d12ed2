#include "rules/next_event.h"

#include <algorithm>

namespace aliprotect {
namespace {

std::optional<NextEvent> soonest_deadline(const std::vector<Deadline>& ahead) {
  const auto found = std::find_if(ahead.begin(), ahead.end(), [](const Deadline& deadline) {
    return deadline.kind != DeadlineKind::deadline;
  });
  if (found != ahead.end()) return NextEvent{found->at, found->kind};
  if (ahead.empty()) return std::nullopt;
  return NextEvent{ahead.front().at, ahead.front().kind};
}

}  // namespace

std::optional<NextEvent> next_event(const Protection& protection) {
  const std::optional<NextEvent> deadline = soonest_deadline(protection.deadlines);
  const NextStep& step = protection.next_step;
  if (step.urgency != Urgency::critical || !step.by) return deadline;
  if (deadline && deadline->at <= *step.by) return deadline;
  return NextEvent{*step.by, std::nullopt};
}

}  // namespace aliprotect
