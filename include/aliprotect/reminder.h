#pragma once

#include <optional>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// A reminder of one deadline of an order, or a report: that its money is lost, or that the carrier
/// or the site says it was delivered.
struct Reminder {
  Deadline deadline;
  /// The lead time before the deadline; none: the order closed at this deadline without delivery.
  std::optional<Seconds> lead;
  /// Reports an alleged delivery. `deadline` is `closes` at the time of the claim; there is no
  /// lead.
  bool claim = false;

  bool operator==(const Reminder&) const = default;
};

struct SentReminder {
  Reminder reminder;
  Instant sent_at;

  bool operator==(const SentReminder&) const = default;
};

/// How long after an order closed its loss is still reported.
inline constexpr Days losses_reported_for{60};

}  // namespace aliprotect
