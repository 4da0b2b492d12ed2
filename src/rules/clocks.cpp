#include <algorithm>

#include "aliprotect/protection.h"
#include "rules/extensions.h"

namespace aliprotect {
namespace {

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

/// Opens some days after shipment, or at shipment if the guaranteed time is short.
std::optional<Window> dispute_window(const Order& order, const Policy& policy,
                                     const Clocks& clocks) {
  if (!clocks.shipped) return std::nullopt;
  const bool short_promise =
      order.days ? *order.days <= policy.short_promise
                 : clocks.deadline && *clocks.deadline - *clocks.shipped <= policy.short_promise;
  const Instant opens = short_promise ? *clocks.shipped : *clocks.shipped + policy.dispute_opens;
  return window_between(opens, clocks.last_chance);
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
  clocks.last_chance = later_by(clocks.closes, policy.dispute_grace);
  clocks.dispute = dispute_window(order, policy, clocks);
  if (clocks.shipped) clocks.extension = extension_advised(policy, clocks.closes);
  if (const Dispute* dispute = open_dispute(order)) {
    clocks.auto_escalates = dispute->opened_at + policy.auto_escalates;
    clocks.escalation = escalation_window(*dispute, policy);
    set_reason_change(clocks, *dispute, policy);
  }
  return clocks;
}

}  // namespace aliprotect
