#include "rules/next_turn.h"

#include <algorithm>

namespace aliprotect {
namespace {

std::optional<Turn> soonest_deadline(const std::vector<Deadline>& ahead) {
  const auto found = std::find_if(ahead.begin(), ahead.end(), [](const Deadline& deadline) {
    return deadline.kind != DeadlineKind::deadline;
  });
  if (found != ahead.end()) return Turn{found->at, found->kind};
  if (ahead.empty()) return std::nullopt;
  return Turn{ahead.front().at, ahead.front().kind};
}

}  // namespace

std::optional<Turn> next_turn(const Protection& protection) {
  const std::optional<Turn> deadline = soonest_deadline(protection.deadlines);
  const NextStep& step = protection.next_step;
  if (step.urgency != Urgency::critical || !step.by) return deadline;
  if (deadline && deadline->at <= *step.by) return deadline;
  return Turn{*step.by, std::nullopt};
}

}  // namespace aliprotect
