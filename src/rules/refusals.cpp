#include "rules/refusals.h"

#include <algorithm>
#include <chrono>

#include "rules/day_count.h"

namespace aliprotect {
namespace {

/// Returns when the order ended, if known.
std::optional<Instant> recorded_end(const Order& order) {
  if (order.cancelled_at) return order.cancelled_at;
  if (order.confirmed_at) return order.confirmed_at;
  return current_dispute(order)->closed_at;
}

std::string format_end(const Order& order) {
  if (order.cancelled_at) return "the order was cancelled";
  if (order.confirmed_at) return "receipt was confirmed";
  return "the dispute was resolved";
}

Days after_shipment(const Clocks& clocks) {
  return std::chrono::floor<Days>(clocks.dispute->from - *clocks.shipped);
}

std::string end_of_disputes(const Clocks& clocks) {
  const Days grace = std::chrono::floor<Days>(*clocks.last_chance - *clocks.closes);
  return grace == Days{0} ? "protection ends" : format_days(grace) + " after protection ends";
}

}  // namespace

std::optional<Refusal> first_refusal(const std::vector<std::optional<Refusal>>& refusals) {
  const auto unforceable = std::find_if(refusals.begin(), refusals.end(), [](const auto& refusal) {
    return refusal && !refusal->forceable;
  });
  if (unforceable != refusals.end()) return *unforceable;
  const auto first = std::find_if(refusals.begin(), refusals.end(),
                                  [](const auto& refusal) { return refusal.has_value(); });
  return first == refusals.end() ? std::nullopt : *first;
}

std::optional<Refusal> check_change_after_end(const Order& order, AfterEnd change) {
  if (!has_recorded_end(order)) return std::nullopt;
  const bool resolved = !order.cancelled_at && !order.confirmed_at;
  if (resolved && change != AfterEnd::anything_else) return std::nullopt;
  const std::optional<Instant> end = recorded_end(order);
  if (!end) return Refusal{format_end(order) + ", which is final", {}};
  return Refusal{format_end(order) + " on {}, which is final", {*end}};
}

std::optional<Refusal> check_order_cancellation(const Order& order) {
  if (order.parcels.empty()) return std::nullopt;
  const std::string way_out = "; after shipment only a dispute can get the money back";
  const auto shipped = order.parcels.front().shipped_at;
  if (!shipped) return Refusal{"it was already shipped" + way_out, {}};
  return Refusal{"it was already shipped on {}" + way_out, {*shipped}};
}

std::optional<Refusal> check_delivery(const Order& order) {
  if (!order.parcels.empty()) return std::nullopt;
  return Refusal{"it has not been shipped; record the shipment first with `ship`", {}};
}

std::optional<Refusal> check_extension_request(const Order& order, const Clocks& clocks,
                                               Instant at) {
  if (const Dispute* dispute = open_dispute(order)) {
    return Refusal{
        "a dispute has been open since {}; during a dispute no extension can be requested",
        {dispute->opened_at}};
  }
  if (clocks.closes && at >= *clocks.closes) {
    return Refusal{"protection ended on {}; {} is too late", {*clocks.closes, at}};
  }
  return std::nullopt;
}

std::optional<Refusal> check_dispute_opening(const Order& order, const Clocks& clocks, Instant at) {
  const Dispute* dispute = current_dispute(order);
  if (dispute && dispute->is_open()) {
    return Refusal{"a dispute has been open since {}; change it with `dispute amend`",
                   {dispute->opened_at}};
  }
  for (const Dispute& earlier : order.disputes) {
    if (!earlier.outcome) continue;
    return Refusal{"the dispute opened on {} has an outcome; a second dispute is not possible",
                   {earlier.opened_at}};
  }
  if (!clocks.shipped) return Refusal{"a dispute can be opened only after shipment", {}};
  if (!clocks.dispute) {
    return Refusal{"protection ends on {}, before a dispute can be opened",
                   {*clocks.last_chance},
                   true,
                   Bound::end};
  }
  if (at < clocks.dispute->from) {
    return Refusal{"a dispute can be opened from " + format_days(after_shipment(clocks)) +
                       " after shipment ({}); {} is too early",
                   {clocks.dispute->from, at}};
  }
  if (clocks.dispute->until && at >= *clocks.dispute->until) {
    return Refusal{
        "a dispute can be opened until " + end_of_disputes(clocks) + " ({}); {} is too late",
        {*clocks.dispute->until, at}};
  }
  return std::nullopt;
}

std::optional<Refusal> check_dispute_change(const Order& order) {
  const Dispute* dispute = current_dispute(order);
  if (!dispute) return Refusal{"no dispute is open; record one with `dispute open`", {}, false};
  if (dispute->is_open()) return std::nullopt;
  if (dispute->outcome) return Refusal{"the dispute already has an outcome", {}};
  return Refusal{
      "no dispute is open: the last one was cancelled on {}", {*dispute->closed_at}, false};
}

std::optional<Refusal> check_reason_change(const Order& order, const Clocks& clocks, Instant at) {
  if (auto refusal = check_dispute_change(order)) return refusal;
  if (!clocks.reason_change_ends || at < *clocks.reason_change_ends) return std::nullopt;
  const Instant until = *clocks.reason_change_ends;
  return Refusal{"the reason can be changed until " +
                     format_days(std::chrono::floor<Days>(until - *clocks.delivered)) +
                     " after delivery ({}); {} is too late",
                 {until, at}};
}

std::optional<Refusal> check_escalation(const Order& order, const Policy& policy, Instant at) {
  if (auto refusal = check_dispute_change(order)) return refusal;
  const Dispute* dispute = current_dispute(order);
  if (dispute->escalated_at) {
    return Refusal{"the dispute was already escalated on {}", {*dispute->escalated_at}};
  }
  const Instant by_itself = dispute->opened_at + policy.auto_escalates;
  if (at >= by_itself) return Refusal{"the dispute escalated automatically on {}", {by_itself}};
  if (!policy.escalation_opens) {
    return Refusal{"rule set " + policy.name +
                       " has no escalation on request; the dispute escalates automatically on {}",
                   {by_itself}};
  }
  const Instant opens = dispute->opened_at + *policy.escalation_opens;
  if (at >= opens) return std::nullopt;
  return Refusal{"a dispute can be escalated from " + format_days(*policy.escalation_opens) +
                     " after it was opened ({}); {} is too early",
                 {opens, at}};
}

bool cannot_escalate(const Order& order, const Policy& policy, Instant at) {
  const Dispute* dispute = open_dispute(order);
  if (!dispute) return false;
  return dispute->escalated_at || !policy.escalation_opens ||
         at >= dispute->opened_at + policy.auto_escalates;
}

std::optional<Refusal> check_dispute_cancellation(const Order& order, const Clocks& clocks,
                                                  Instant at) {
  if (const Dispute* ended = current_dispute(order); ended && ended->outcome) {
    return Refusal{"the dispute has an outcome and cannot be cancelled", {}, false};
  }
  if (auto refusal = check_dispute_change(order)) return refusal;
  const Dispute* dispute = current_dispute(order);
  if (dispute->reason != Reason::not_received || clocks.delivered) return std::nullopt;
  const std::string loss =
      "the goods have not arrived; if you cancel the dispute and they never do, you get nothing";
  if (!clocks.last_chance) return Refusal{loss, {}};
  if (at < *clocks.last_chance)
    return Refusal{loss + "; protection runs until {}", {*clocks.last_chance}, true, Bound::end};
  return Refusal{loss + "; protection ended on {}, so the money is lost with the dispute",
                 {*clocks.last_chance},
                 true,
                 Bound::end};
}

std::optional<Refusal> check_goods_return(const Order& order) {
  const Dispute* dispute = current_dispute(order);
  if (!dispute)
    return Refusal{"no dispute is recorded, so there is nothing to send back", {}, false};
  if (dispute->returned_at)
    return Refusal{"the goods were already sent back on {}", {*dispute->returned_at}};
  if (dispute->outcome == Outcome::rejected) {
    return Refusal{"the dispute was rejected, so there is nothing to send back", {}};
  }
  if (dispute->is_open() || dispute->outcome) return std::nullopt;
  return Refusal{"the dispute was cancelled on {}, so there is nothing to send back",
                 {*dispute->closed_at}};
}

std::optional<Refusal> check_granted_closes(const Clocks& clocks, Instant granted) {
  if (!clocks.closes || *clocks.closes < granted) return std::nullopt;
  return Refusal{
      "an extension must end protection later, and {} is not after {}; to correct the end, use "
      "`edit --closes`",
      {granted, *clocks.closes},
      false};
}

std::optional<Refusal> check_validity(const Order& order) {
  if (auto refusal = check_size(order)) return refusal;
  if (!order.deadline) return std::nullopt;
  for (const Parcel& parcel : order.parcels) {
    if (parcel.shipped_at && *order.deadline < *parcel.shipped_at) {
      return Refusal{"the deadline ({}) is before the shipment ({})",
                     {*order.deadline, *parcel.shipped_at},
                     false};
    }
  }
  return std::nullopt;
}

}  // namespace aliprotect
