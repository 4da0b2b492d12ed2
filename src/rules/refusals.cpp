#include "rules/refusals.h"

#include <algorithm>
#include <chrono>

#include "rules/day_count.h"

namespace aliprotect {
namespace {

/// Returns when the order ended, if known.
std::optional<Instant> recorded_end(const Order& order, const Clocks& clocks) {
  if (order.cancelled_at) return order.cancelled_at;
  if (order.confirmed_at && !is_reopened(order, clocks)) return order.confirmed_at;
  return current_dispute(order)->closed_at;
}

std::string format_end(const Order& order, const Clocks& clocks) {
  if (order.cancelled_at) return "the order was cancelled";
  if (order.confirmed_at && !is_reopened(order, clocks)) return "receipt was confirmed";
  return "the dispute was resolved";
}

/// Returns from when a dispute can be opened, as a phrase.
std::string start_of_disputes(const Clocks& clocks, const Window& window) {
  if (window == clocks.dispute_after_shipment) {
    return "a dispute can be opened from " +
           format_days(std::chrono::floor<Days>(window.from - *clocks.shipped)) + " after shipment";
  }
  return std::string("a not-received dispute can be opened from ") +
         (clocks.deadline == window.from ? "the guaranteed delivery date" : "completion");
}

std::string end_of_disputes(const Clocks& clocks) {
  const Days after = clocks.dispute_after_completion;
  const bool by_closes = clocks.closes && *clocks.last_chance == *clocks.closes + after;
  const std::string end = by_closes ? "protection ends" : "the order is completed";
  return after == Days{0} ? end : format_days(after) + " after " + end;
}

bool is_allowed_after_confirmation(AfterEnd change) {
  return change == AfterEnd::delivery || change == AfterEnd::inspection ||
         change == AfterEnd::dispute;
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

std::optional<Refusal> check_change_after_end(const Order& order, const Clocks& clocks,
                                              AfterEnd change, Instant at) {
  if (!has_final_end(order, clocks)) return std::nullopt;
  const bool confirmed = order.confirmed_at && !is_reopened(order, clocks);
  const bool resolved = !order.cancelled_at && !confirmed;
  if (resolved && (change == AfterEnd::delivery || change == AfterEnd::goods_return)) {
    return std::nullopt;
  }
  const bool open_to_dispute = confirmed && !order.cancelled_at && is_window_ahead(clocks, at);
  if (open_to_dispute && is_allowed_after_confirmation(change)) return std::nullopt;
  const std::optional<Instant> end = recorded_end(order, clocks);
  const std::string what = format_end(order, clocks);
  if (!end) return Refusal{what + ", which is final", {}};
  return Refusal{what + " on {}, which is final", {*end}};
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

std::optional<Refusal> check_confirmation(const Order& order) {
  if (!order.confirmed_at) return std::nullopt;
  return Refusal{"receipt was already confirmed on {}", {*order.confirmed_at}};
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
  if (order.completed_at && at >= *order.completed_at) {
    return Refusal{"the site completed the order on {}; {} is too late", {*order.completed_at, at}};
  }
  return std::nullopt;
}

std::optional<Refusal> check_dispute_opening(const Order& order, const Clocks& clocks, Instant at,
                                             Reason reason) {
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
  const std::optional<Window>& window =
      reason == Reason::not_received ? clocks.dispute : clocks.dispute_after_shipment;
  if (!window) {
    return Refusal{"protection ends on {}, before a dispute can be opened",
                   {*clocks.last_chance},
                   true,
                   Bound::end};
  }
  if (at < window->from) {
    return Refusal{start_of_disputes(clocks, *window) + " ({}); {} is too early",
                   {window->from, at}};
  }
  if (window->until && at >= *window->until) {
    return Refusal{
        "a dispute can be opened until " + end_of_disputes(clocks) + " ({}); {} is too late",
        {*window->until, at}};
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

std::optional<Refusal> check_amendment(const Order& order, Instant at) {
  if (auto refusal = check_dispute_change(order)) return refusal;
  const auto last = current_dispute(order)->amended_at;
  if (!last || at >= *last) return std::nullopt;
  return Refusal{"the dispute was last amended on {}; {} is earlier", {*last, at}};
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
      "an extension must move the end of protection to a later time, but {} is not after {}; to "
      "correct the end, use "
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
