#pragma once

#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// The next date that matters for an order: its soonest deadline. The guaranteed delivery date
/// counts only if there is no other, because passing it loses nothing. If the next step is
/// critical, the time it is due counts if it is sooner. Returns nullopt if no date is ahead.
struct NextEvent {
  Instant at;
  std::optional<DeadlineKind> kind;  ///< none: the time when the next step is due
};

std::optional<NextEvent> next_event(const Protection& protection);

}  // namespace aliprotect
