#pragma once

#include <initializer_list>
#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// "The last 2 d" and "within 2 d" of domain 7, the same in every rule set.
inline constexpr Days last_days{2};

/// One order at one instant, in the words that the rows of domain 7 are made of.
struct Situation {
  const Order& order;
  const Policy& policy;
  const Clocks& clocks;
  Status status;
  Instant now;
  const Dispute* dispute = current_dispute(order);

  bool seller_silent_or_refusing() const;
  /// The rule set's time for an answer has run out.
  bool seller_overdue() const;
  /// The goods came when the dispute had ended (domain 7, row 9).
  bool arrived_after_the_end() const;

  bool dispute_window_open() const { return clocks.dispute && clocks.dispute->contains(now); }
  /// Whether a dispute can be opened or not (domain 10, row 20).
  bool extension_advised_now() const;
  bool extension_pending() const;
  /// Granted by a decision inside the present extension window.
  bool extension_granted_in_window() const;
  /// Some parcel on its way has a number that can be followed (domain 10, row 19).
  bool trackable() const;

  bool reached(std::optional<Instant> at) const { return at && now >= *at; }
  /// The first of `instants` that is ahead; all passed: the last known; none known: nothing.
  std::optional<Instant> first_ahead(std::initializer_list<std::optional<Instant>> instants) const;
  /// Closes; once it has passed and the grace runs, the last chance (domain 10).
  std::optional<Instant> closes_in_force() const;
  /// `closes` less `days`, where it is known.
  std::optional<Instant> before_closes(Days days) const;
  /// Soon, and critical in the last 2 d before `by`.
  Urgency soon_or_critical(std::optional<Instant> by) const;
};

}  // namespace aliprotect
