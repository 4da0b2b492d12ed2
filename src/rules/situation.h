#pragma once

#include <initializer_list>
#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// "The last days" of aliprotect-rules(7), "NEXT STEP"; the same in all rule sets.
inline constexpr Days last_days{2};

/// One order at one instant, with the conditions that decide the next step.
struct Situation {
  const Order& order;
  const Policy& policy;
  const Clocks& clocks;
  Status status;
  Instant now;
  const Dispute* dispute = current_dispute(order);

  bool seller_silent_or_refusing() const;
  /// Whether the seller missed the rule set's time limit for an answer.
  bool seller_overdue() const;
  /// Whether the goods arrived after the dispute had ended.
  bool arrived_after_the_end() const;

  bool dispute_window_open() const { return clocks.dispute && clocks.dispute->contains(now); }
  /// Whether an extension is advised now, regardless of whether a dispute can be opened.
  bool extension_advised_now() const;
  bool extension_pending() const;
  /// Whether an extension was granted within the present window for requesting one.
  bool extension_granted_in_window() const;
  /// Whether any parcel on its way can be tracked.
  bool trackable() const;

  bool reached(std::optional<Instant> at) const { return at && now >= *at; }
  /// Returns the first of `instants` that is ahead, otherwise the latest known one; nullopt if none
  /// is known.
  std::optional<Instant> first_ahead(std::initializer_list<std::optional<Instant>> instants) const;
  /// Returns `closes`, or the end of the grace once `closes` has passed.
  std::optional<Instant> closes_in_force() const;
  /// Returns `closes` minus `days`, if known.
  std::optional<Instant> before_closes(Days days) const;
  /// Returns critical in the last days before `by`, otherwise soon.
  Urgency soon_or_critical(std::optional<Instant> by) const;
};

}  // namespace aliprotect
