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
  bool forceable = true;       ///< whether `--force` records the change all the same
  Bound bound = Bound::begin;  ///< what the date of a lone instant would mean

  bool operator==(const Refusal&) const = default;
};

/// The first of those that stand against a change; before them all one that no force overrides.
std::optional<Refusal> first_of(const std::vector<std::optional<Refusal>>& refusals);

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
/// An open dispute to change; a resolved one, too, as `against_change_after_end` speaks of that.
std::optional<Refusal> against_dispute_change(const Order& order);
std::optional<Refusal> against_reason_change(const Order& order, const Clocks& clocks, Instant at);
std::optional<Refusal> against_escalating(const Order& order, const Policy& policy, Instant at);
/// Whether an open dispute can no more be escalated by hand, or never could: the case team's date
/// for evidence is then recorded alone.
bool is_beyond_escalating(const Order& order, const Policy& policy, Instant at);
std::optional<Refusal> against_cancelling_dispute(const Order& order, const Clocks& clocks,
                                                  Instant at);
/// Goods can be sent back in a dispute that is open or was won, once.
std::optional<Refusal> against_goods_return(const Order& order);
/// A grant moves `closes` later (domain 2).
std::optional<Refusal> against_earlier_closes(const Clocks& clocks, Instant granted);

/// What `after` says about times that cannot be, and `before` did not say yet: out of order, or
/// later than now + 1 d. `before` is null for a new order.
std::optional<Refusal> against_times(const Order* before, const Order& after, Instant now);

/// An order that is larger than import reads from a file; so what is recorded can always be
/// exported and come back. Never forced.
std::optional<Refusal> against_size(const Order& order);

/// The order's size, and a clock that would mean nothing: the deadline before the shipment. Never
/// forced, and rejects an imported row (domain 8, 10).
std::optional<Refusal> against_impossible(const Order& order);

}  // namespace aliprotect
