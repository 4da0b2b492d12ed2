#pragma once

#include <initializer_list>
#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// "The last days" of aliprotect-rules(7), "NEXT STEP"; the same in all rule sets.
inline constexpr Days last_days{2};
/// When to inspect the goods of a completed order, and when to ask the bank, is no longer routine.
inline constexpr Days last_days_to_inspect{5};
inline constexpr Days last_days_of_chargeback{7};

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
  /// Whether no parcel on its way has a number, and none is marked untracked.
  bool without_numbers() const;
  /// Whether delivery is reported, but not recorded, while the order is on its way.
  bool delivery_unconfirmed() const;
  /// Whether the carrier reported delivery of a parcel that the buyer does not have.
  bool delivery_claimed() const;
  /// Whether the goods arrived or receipt was confirmed, the order is completed, and a dispute is
  /// still possible.
  bool completed_before_dispute_ends() const;

  bool reached(std::optional<Instant> at) const { return at && now >= *at; }
  /// Returns the first of `instants` that is ahead, otherwise the latest known one; nullopt if none
  /// is known.
  std::optional<Instant> first_ahead(std::initializer_list<std::optional<Instant>> instants) const;
  /// Returns completion, or the end of the dispute window once the order is completed.
  std::optional<Instant> closes_in_force() const;
  /// Returns `closes` minus `days`, if known.
  std::optional<Instant> before_closes(Days days) const;
  /// Returns critical in the last days before `by`, otherwise soon.
  Urgency soon_or_critical(std::optional<Instant> by) const;
  /// Whether `at` is known, and now is in the last `days` before it or later.
  bool in_last(Days days, std::optional<Instant> at) const { return at && now >= *at - days; }
};

}  // namespace aliprotect
