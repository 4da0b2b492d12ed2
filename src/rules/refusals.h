#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// Why a rule forbids a change; see aliprotect-rules(7), "REFUSALS". Each `{}` in `sentence` is a
/// placeholder for one of `instants`, to be formatted in the user's zone.
struct Refusal {
  std::string sentence;
  std::vector<Instant> instants;
  bool forceable = true;       ///< whether `--force` overrides it
  Bound bound = Bound::begin;  ///< how to format an instant that is a bound of its day

  bool operator==(const Refusal&) const = default;
};

/// Returns the first refusal, but prefers one that `--force` does not override.
std::optional<Refusal> first_refusal(const std::vector<std::optional<Refusal>>& refusals);

/// The kinds of changes after an order has ended. Delivery and return are allowed after a resolved
/// dispute; delivery, inspection and dispute after receipt was confirmed, while the dispute window
/// is not over.
enum class AfterEnd { delivery, goods_return, inspection, dispute, anything_else };

/// In all of these, `at` is the time of the change itself, not the time of recording it.
std::optional<Refusal> check_change_after_end(const Order& order, const Clocks& clocks,
                                              AfterEnd change, Instant at);
std::optional<Refusal> check_order_cancellation(const Order& order);
std::optional<Refusal> check_delivery(const Order& order);
/// Receipt is confirmed once, even if a dispute was opened afterwards.
std::optional<Refusal> check_confirmation(const Order& order);
std::optional<Refusal> check_extension_request(const Order& order, const Clocks& clocks,
                                               Instant at);
std::optional<Refusal> check_dispute_opening(const Order& order, const Clocks& clocks, Instant at,
                                             Reason reason = Reason::not_received);
/// Requires an open dispute.
std::optional<Refusal> check_dispute_change(const Order& order);
/// Amendments are recorded in the order in which they happened: the last one counts.
std::optional<Refusal> check_amendment(const Order& order, Instant at);
std::optional<Refusal> check_reason_change(const Order& order, const Clocks& clocks, Instant at);
std::optional<Refusal> check_escalation(const Order& order, const Policy& policy, Instant at);
/// Whether the buyer cannot, or can no longer, escalate an open dispute. The date when evidence is
/// due can then still be recorded.
bool cannot_escalate(const Order& order, const Policy& policy, Instant at);
std::optional<Refusal> check_dispute_cancellation(const Order& order, const Clocks& clocks,
                                                  Instant at);
/// Goods can be sent back once, in a dispute that is open or won.
std::optional<Refusal> check_goods_return(const Order& order);
/// A granted extension must move `closes` to a later time.
std::optional<Refusal> check_granted_closes(const Clocks& clocks, Instant granted);

/// Returns the first impossible time in `after` that is not in `before`: events out of order, or
/// more than a day after now. `before` is null for a new order.
std::optional<Refusal> check_times(const Order* before, const Order& after, Instant now);

/// Refuses an order that `import` could not read back from an exported file because it is too
/// large. `--force` does not override it.
std::optional<Refusal> check_size(const Order& order);

/// Refuses an order that is too large, or whose deadline is before the shipment. `--force` does not
/// override it. It also rejects rows of imported files.
std::optional<Refusal> check_validity(const Order& order);

}  // namespace aliprotect
