#include <algorithm>
#include <initializer_list>
#include <utility>

#include "aliprotect/protection.h"
#include "core/least.h"
#include "rules/extensions.h"

namespace aliprotect {
namespace {

/// Returns the earliest known instant.
std::optional<Instant> earliest(std::initializer_list<std::optional<Instant>> instants) {
  std::optional<Instant> first;
  for (const std::optional<Instant>& at : instants) keep_least(first, at);
  return first;
}

/// Returns the shipment of the last parcel, if known.
std::optional<Instant> last_shipment(const Order& order) {
  std::optional<Instant> last;
  for (const Parcel& parcel : order.parcels) last = std::max(last, parcel.shipped_at);
  return last;
}

/// Returns the arrival of the last parcel; nullopt until all parcels have arrived.
std::optional<Instant> last_arrival(const Order& order) {
  std::optional<Instant> last;
  for (const Parcel& parcel : order.parcels) {
    if (!parcel.delivered_at) return std::nullopt;
    last = std::max(last, parcel.delivered_at);
  }
  return last;
}

/// Returns the last time at which a parcel arrived or its carrier reported that; nullopt until one
/// of the two is known for every parcel.
std::optional<Instant> last_delivery(const Order& order) {
  std::optional<Instant> last;
  for (const Parcel& parcel : order.parcels) {
    const auto arrival = earliest({parcel.claimed_delivered_at, parcel.delivered_at});
    if (!arrival) return std::nullopt;
    last = std::max(last, arrival);
  }
  return last;
}

std::optional<Instant> later_by(std::optional<Instant> start, std::optional<Days> days) {
  if (!start || !days) return std::nullopt;
  return *start + *days;
}

/// The entered date comes first, then the protection days, then, once shipped, the deadline.
std::optional<ClosesSource> source_of_closes(const Order& order, const Clocks& clocks) {
  if (order.closes) return ClosesSource::typed;
  if (clocks.shipped && order.protection_days) return ClosesSource::protection_days;
  if (!order.parcels.empty() && clocks.deadline) return ClosesSource::deadline;
  return std::nullopt;
}

std::optional<Instant> closes_before_extensions(const Order& order, const Clocks& clocks) {
  if (!clocks.closes_source) return std::nullopt;
  switch (*clocks.closes_source) {
    case ClosesSource::typed:
      return order.closes;
    case ClosesSource::protection_days:
      return later_by(clocks.shipped, order.protection_days);
    case ClosesSource::deadline:
      return clocks.deadline;
  }
  return std::nullopt;
}

/// Returns the earliest completion; at the same instant the first of these sources.
std::optional<Completion> completion_of(const Order& order, const Policy& policy,
                                        const Clocks& clocks) {
  const std::pair<std::optional<Instant>, CompletionSource> possible[] = {
      {order.confirmed_at, CompletionSource::confirmed},
      {order.completed_at, CompletionSource::completed},
      {later_by(clocks.last_delivery, policy.completes_after_delivery), CompletionSource::delivery},
      {clocks.closes, CompletionSource::closes}};
  std::optional<Completion> first;
  for (const auto& [at, source] : possible) {
    if (at && (!first || *at < first->at)) first = Completion{*at, source};
  }
  return first;
}

/// Confirming receipt starts the time for disputes only if the rule set allows disputes after
/// completion.
std::optional<Instant> last_chance(const Order& order, const Policy& policy, const Clocks& clocks) {
  const Days after = policy.dispute_after_completion;
  return later_by(
      earliest({order.completed_at, later_by(clocks.last_delivery, policy.completes_after_delivery),
                clocks.closes, after > Days{0} ? order.confirmed_at : std::nullopt}),
      after);
}

/// Whether there are parcels on their way and all of them can be tracked.
bool all_trackable(const Order& order) {
  bool on_its_way = false;
  for (const Parcel& parcel : order.parcels) {
    if (parcel.delivered_at) continue;
    if (!parcel.tracking || parcel.untracked) return false;
    on_its_way = true;
  }
  return on_its_way;
}

/// Opens some days after shipment, or at shipment if the guaranteed time is short.
std::optional<Window> window_after_shipment(const Order& order, const Policy& policy,
                                            const Clocks& clocks) {
  if (!clocks.shipped) return std::nullopt;
  const bool short_promise =
      order.days ? *order.days <= policy.short_promise
                 : clocks.deadline && *clocks.deadline - *clocks.shipped <= policy.short_promise;
  const Instant opens = short_promise ? *clocks.shipped : *clocks.shipped + policy.dispute_opens;
  return window_between(opens, clocks.last_chance);
}

/// Opens at the deadline or at completion if the parcels can be tracked.
std::optional<Window> not_received_window(const Clocks& clocks) {
  if (!clocks.shipped || !clocks.opens_at_deadline) return clocks.dispute_after_shipment;
  const auto completion = clocks.completion ? std::optional(clocks.completion->at) : std::nullopt;
  const std::optional<Instant> opens = earliest({clocks.deadline, completion});
  return opens ? window_between(*opens, clocks.last_chance) : clocks.dispute_after_shipment;
}

/// Counted from the request or its last amendment.
std::optional<Window> seller_answer_window(const Dispute& dispute, const Policy& policy) {
  if (!policy.seller_answers || dispute.escalated_at) return std::nullopt;
  const Instant asked = dispute.amended_at.value_or(dispute.opened_at);
  return window_between(asked, asked + *policy.seller_answers);
}

/// The date as typed, or by default some days after the refund with a return was agreed.
std::optional<Instant> return_by(const Order& order, const Policy& policy) {
  if (!return_outstanding(order)) return std::nullopt;
  const Dispute& dispute = *current_dispute(order);
  if (dispute.return_by) return dispute.return_by;
  return later_by(dispute.closed_at, policy.return_ship);
}

/// Counted from the deadline, or else from closes without the granted days.
std::optional<Instant> chargeback_ends(const Order& order, const Policy& policy,
                                       const Clocks& clocks) {
  std::optional<Instant> from = clocks.deadline;
  if (!from) from = closes_before_extensions(order, clocks);
  if (!from && clocks.closes) from = *clocks.closes - clocks.granted;
  return later_by(from, policy.chargeback);
}

std::optional<Window> escalation_window(const Dispute& dispute, const Policy& policy) {
  if (!policy.escalation_opens || dispute.escalated_at) return std::nullopt;
  return window_between(dispute.opened_at + *policy.escalation_opens,
                        dispute.opened_at + policy.auto_escalates);
}

/// Applies to a not-received dispute after the goods have arrived.
void set_reason_change(Clocks& clocks, const Dispute& dispute, const Policy& policy) {
  if (dispute.reason != Reason::not_received || !clocks.delivered) return;
  clocks.reason_change_ends = later_by(clocks.delivered, policy.reason_change);
  clocks.reason_change =
      window_between(std::max(dispute.opened_at, *clocks.delivered), clocks.reason_change_ends);
}

}  // namespace

std::optional<Window> window_between(Instant from, std::optional<Instant> until) {
  if (until && *until <= from) return std::nullopt;
  return Window{from, until};
}

Clocks clocks_of(const Order& order, const Policy& policy) {
  Clocks clocks;
  clocks.shipped = last_shipment(order);
  clocks.delivered = last_arrival(order);
  clocks.deadline = order.deadline ? order.deadline : later_by(clocks.shipped, order.days);
  clocks.granted = granted_days(order);
  clocks.closes_source = source_of_closes(order, clocks);
  clocks.closes = extended(order, closes_before_extensions(order, clocks));
  if (clocks.closes && !clocks.closes_source) clocks.closes_source = ClosesSource::typed;
  clocks.last_delivery = last_delivery(order);
  clocks.completion = completion_of(order, policy, clocks);
  clocks.last_chance = last_chance(order, policy, clocks);
  clocks.dispute_after_completion = policy.dispute_after_completion;
  clocks.return_by = return_by(order, policy);
  clocks.chargeback = chargeback_ends(order, policy, clocks);
  clocks.opens_at_deadline =
      policy.not_received_opens == NotReceivedOpens::deadline && all_trackable(order);
  clocks.dispute_after_shipment = window_after_shipment(order, policy, clocks);
  clocks.dispute = not_received_window(clocks);
  if (clocks.shipped) clocks.extension = extension_advised(policy, clocks.closes);
  if (const Dispute* dispute = open_dispute(order)) {
    clocks.auto_escalates = dispute->opened_at + policy.auto_escalates;
    clocks.escalation = escalation_window(*dispute, policy);
    clocks.seller_answer = seller_answer_window(*dispute, policy);
    set_reason_change(clocks, *dispute, policy);
  }
  return clocks;
}

}  // namespace aliprotect
