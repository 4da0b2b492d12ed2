#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// A rule of domain 8 that stands against a change. In `sentence` each `{}` stands for the next of
/// `instants`, which the reader of the sentence wants in a zone of their own.
struct Refusal {
  std::string sentence;
  std::vector<Instant> instants;
  bool forceable = true;  ///< whether `--force` records the change all the same

  bool operator==(const Refusal&) const = default;
};

/// The changes that a recorded end refuses; two are simply recorded after a resolved dispute.
enum class AfterEnd { delivery, goods_return, anything_else };

/// `at` is the instant that the change claims for itself, not the one at which it is typed.
std::optional<Refusal> against_change_after_end(const Order& order, AfterEnd change);
std::optional<Refusal> against_cancelling(const Order& order);
std::optional<Refusal> against_delivery(const Order& order);
std::optional<Refusal> against_extension_request(const Order& order, const Clocks& clocks,
                                                 Instant at);
std::optional<Refusal> against_opening_dispute(const Order& order, const Clocks& clocks,
                                               Instant at);
std::optional<Refusal> against_reason_change(const Order& order, const Clocks& clocks, Instant at);
std::optional<Refusal> against_escalating(const Order& order, const Policy& policy, Instant at);
std::optional<Refusal> against_cancelling_dispute(const Order& order, const Clocks& clocks,
                                                  Instant at);

/// What `after` says about times that cannot be, and `before` did not say yet: out of order, or
/// later than now + 1 d. `before` is null for a new order.
std::optional<Refusal> against_times(const Order* before, const Order& after, Instant now);

/// A clock that would mean nothing: the deadline before the shipment. Never forced, and rejects an
/// imported row (domain 8, 10).
std::optional<Refusal> against_impossible(const Order& order);

}  // namespace aliprotect
