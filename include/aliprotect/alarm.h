#pragma once

#include <optional>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// Tells a person of one deadline of an order, or that the order's money is lost.
struct Alarm {
  Deadline deadline;
  /// How long before the deadline it is told; none: the order closed then without its goods having
  /// come (domain 7, row 24).
  std::optional<Seconds> lead;

  bool operator==(const Alarm&) const = default;
};

struct SentReminder {
  Alarm alarm;
  Instant told_at;

  bool operator==(const SentReminder&) const = default;
};

/// For so long after an order has closed its loss is still told; what is older is history.
inline constexpr Days losses_told_for{60};

}  // namespace aliprotect
