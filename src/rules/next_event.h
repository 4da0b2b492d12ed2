#pragma once

#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// The date on which an order turns: its soonest deadline but the seller's own, which passes
/// without a loss; the seller's where it is the only one. What is critical turns at the latest when
/// its next step has to be done. Nothing where no date is known to be ahead.
struct NextEvent {
  Instant at;
  std::optional<DeadlineKind> kind;  ///< none: the next step's date, which is no deadline's
};

std::optional<NextEvent> next_event(const Protection& protection);

}  // namespace aliprotect
