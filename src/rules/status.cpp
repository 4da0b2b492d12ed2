#include "aliprotect/protection.h"

namespace aliprotect {
namespace {

bool is_escalated(const Dispute& dispute, const Clocks& clocks, Instant now) {
  return dispute.escalated_at || now >= *clocks.auto_escalates;
}

}  // namespace

Status status_of(const Order& order, const Clocks& clocks, Instant now) {
  if (order.cancelled_at) return Status::cancelled;
  if (order.confirmed_at && !is_reopened(order, clocks)) return Status::confirmed;
  const Dispute* dispute = current_dispute(order);
  if (dispute && dispute->outcome) return Status::resolved;
  if (dispute && dispute->is_open()) {
    return is_escalated(*dispute, clocks, now) ? Status::escalated : Status::in_dispute;
  }
  if (clocks.last_chance && now >= *clocks.last_chance) return Status::auto_closed;
  if (clocks.delivered) return Status::delivered;
  if (order.pickup_by) return Status::ready_for_pickup;
  if (!order.parcels.empty()) return Status::in_transit;
  return Status::awaiting_shipment;
}

bool is_finished(Status status) {
  switch (status) {
    case Status::cancelled:
    case Status::confirmed:
    case Status::resolved:
    case Status::auto_closed:
      return true;
    case Status::awaiting_shipment:
    case Status::in_transit:
    case Status::ready_for_pickup:
    case Status::delivered:
    case Status::in_dispute:
    case Status::escalated:
      return false;
  }
  return false;
}

bool is_reopened(const Order& order, const Clocks& clocks) {
  const Dispute* dispute = current_dispute(order);
  if (!dispute || !order.confirmed_at || clocks.dispute_after_completion <= Days{0}) return false;
  return dispute->opened_at >= *order.confirmed_at && (dispute->is_open() || dispute->outcome);
}

bool has_final_end(const Order& order, const Clocks& clocks) {
  if (!order.cancelled_at && is_reopened(order, clocks)) {
    return current_dispute(order)->outcome.has_value();
  }
  return has_recorded_end(order);
}

bool is_completed(const Clocks& clocks, Instant now) {
  return clocks.completion && now >= clocks.completion->at;
}

bool is_window_ahead(const Clocks& clocks, Instant now) {
  if (clocks.dispute_after_completion <= Days{0} || !clocks.dispute) return false;
  return clocks.dispute->until && now < *clocks.dispute->until;
}

bool is_unfinished(const Order& order, const Clocks& clocks, Status status, Instant now) {
  if (status != Status::confirmed || order.inspection == Inspection::good) return false;
  const Dispute* dispute = current_dispute(order);
  const bool disputed = dispute && (dispute->is_open() || dispute->outcome);
  return !disputed && is_window_ahead(clocks, now);
}

bool is_done(const Order& order, Status status, Instant now) {
  return status == Status::delivered && order.inspection == Inspection::good &&
         order.completed_at && now >= *order.completed_at;
}

bool is_at_risk(const Order& order, const Clocks& clocks, Status status, Instant now) {
  if (is_finished(status)) return is_unfinished(order, clocks, status, now);
  return !is_done(order, status, now);
}

bool is_lost(const Order& order, const Clocks& clocks, Status status) {
  if (order.confirmed_at) return false;
  if (status == Status::resolved) return current_dispute(order)->outcome == Outcome::rejected;
  return status == Status::auto_closed &&
         (!clocks.delivered || order.inspection == Inspection::bad);
}

bool is_delivery_reported(const Order& order, const Clocks& clocks) {
  if (clocks.delivered) return false;
  return clocks.last_delivery || order.completion_notice_at || order.completed_at;
}

bool has_recorded_end(const Order& order) {
  const Dispute* dispute = current_dispute(order);
  return order.cancelled_at || order.confirmed_at || (dispute && dispute->outcome);
}

Escalation escalation_of(const Dispute& dispute, const Policy& policy, Instant now) {
  if (dispute.escalated_at) return Escalation::manual;
  const Instant by_itself = dispute.opened_at + policy.auto_escalates;
  const bool lasted = dispute.is_open() || (dispute.closed_at && by_itself < *dispute.closed_at);
  return lasted && now >= by_itself ? Escalation::automatic : Escalation::none;
}

bool return_outstanding(const Order& order) {
  const Dispute* dispute = current_dispute(order);
  if (!dispute || !dispute->outcome || *dispute->outcome == Outcome::rejected) return false;
  if (dispute->returned_at) return false;
  const bool to_be_returned =
      *dispute->outcome == Outcome::refunded && dispute->want == Want::return_goods;
  return dispute->return_by || to_be_returned;
}

bool is_open(const Order& order, const Clocks& clocks, Status status, Instant now) {
  if (is_at_risk(order, clocks, status, now)) return true;
  if (status == Status::resolved && return_outstanding(order)) return true;
  return is_lost(order, clocks, status) && clocks.chargeback && now < *clocks.chargeback;
}

bool is_late(const Order& order, const Clocks& clocks, Status status, Instant now,
             bool or_delivered) {
  if (status == Status::cancelled || status == Status::confirmed || status == Status::resolved) {
    return false;
  }
  if (order.parcels.empty() || !clocks.deadline || now < *clocks.deadline) return false;
  return !clocks.delivered || (or_delivered && *clocks.delivered > *clocks.deadline);
}

}  // namespace aliprotect
