#include "commands/support/sort_keys.h"

#include "rules/next_event.h"

namespace aliprotect {

SortKey by_urgency(const AssessedOrder& of) {
  const NextStep& step = of.protection.next_step;
  const Instant by = step.by.value_or(last_instant);
  constexpr std::int64_t span = 1'000'000'000'000;  // greater than any instant
  return {static_cast<std::int64_t>(step.urgency) * span + by.time_since_epoch().count(), {}};
}

SortKey by_next_event(const AssessedOrder& of) {
  const auto turn = next_event(of.protection);
  if (!turn) return {};
  return {turn->at.time_since_epoch().count(), {}};
}

}  // namespace aliprotect
