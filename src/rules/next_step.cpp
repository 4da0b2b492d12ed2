#include "aliprotect/next_step.h"

#include "rules/reasons.h"
#include "rules/situation.h"

namespace aliprotect {
namespace {

using enum Action;
using enum Status;

constexpr auto critical = Urgency::critical;
constexpr auto soon = Urgency::soon;
constexpr auto routine = Urgency::routine;
constexpr std::nullopt_t now_already = std::nullopt;  // `from`: possible at once
constexpr std::nullopt_t no_end = std::nullopt;       // `by`: no due time

/// Returns when the open dispute can be escalated, if the rule set allows that.
std::optional<Instant> escalation_opens(const Situation& at) {
  if (!at.policy.escalation_opens) return std::nullopt;
  return at.dispute->opened_at + *at.policy.escalation_opens;
}

std::optional<Instant> window_opens(const Situation& at) {
  if (!at.clocks.dispute) return std::nullopt;
  return at.clocks.dispute->from;
}

/// Returns the deadline plus the granted days. `clocks.deadline` itself stays as guaranteed.
std::optional<Instant> extended_deadline(const Situation& at) {
  if (!at.clocks.deadline) return std::nullopt;
  return *at.clocks.deadline + at.clocks.granted;
}

/// The conditions of aliprotect-rules(7), "NEXT STEP", in the same order. The first match wins. The
/// row numbers are those of the tests.
// clang-format off: one condition per row
NextStep first_matching_row(const Situation& at) {
  const Dispute* dispute = at.dispute;
  const bool disputed = at.status == in_dispute || at.status == escalated;
  const bool evidence_wanted = disputed && dispute->evidence_due && dispute->evidence.empty();
  const bool escalation_open = at.clocks.escalation && at.clocks.escalation->contains(at.now);
  const bool refunded = at.status == resolved && dispute->outcome != Outcome::rejected;
  const auto last_call = at.before_closes(at.policy.extension_until);
  const auto escalates = at.clocks.auto_escalates;
  const auto closes = at.closes_in_force();
  const auto ship_by = at.order.ship_by;

  /*  1 */ if (evidence_wanted && !at.reached(dispute->evidence_due))
    return {add_evidence, now_already, dispute->evidence_due, critical, why::evidence_due};
  /*  2 */ if (evidence_wanted)
    return {add_evidence, now_already, at.now, critical, why::evidence_late};
  /*  3 */ if (disputed && dispute->reason == Reason::not_received && at.clocks.delivered)
    return {inspect_and_close, now_already, at.clocks.reason_change_ends, critical,
            why::inspect_and_close(at)};
  /*  4 */ if (at.status == in_dispute && escalation_open && at.seller_silent_or_refusing())
    return {escalate, now_already, escalates, soon, why::escalate(at)};
  /*  5 */ if (at.status == in_dispute && dispute->evidence.empty())
    return {add_evidence, now_already, escalates, soon, why::no_evidence(at)};
  /*  6 */ if (at.status == in_dispute)
    return {wait_for_seller, now_already, at.first_ahead({escalation_opens(at), escalates}),
            routine, why::wait_for_seller(at)};
  /*  7 */ if (at.status == escalated)
    return {wait_for_ruling, now_already, no_end, routine, why::wait_for_ruling(at)};
  /*  8 */ if (at.status == resolved && return_outstanding(at.order))
    return {send_back, now_already, dispute->return_by, at.soon_or_critical(dispute->return_by),
            why::send_back};
  /*  9 */ if (refunded && dispute->reason == Reason::not_received && at.arrived_after_the_end())
    return {settle_with_seller, now_already, no_end, routine, why::settle_with_seller};
  /* 10 */ if (at.status == delivered && at.order.inspection == Inspection::bad)
    return {open_dispute, now_already, closes, at.soon_or_critical(closes), why::bad_goods};
  /* 11 */ if (at.status == delivered && !at.order.inspection)
    return {inspect, now_already, closes, at.soon_or_critical(closes), why::inspect};
  /* 12 */ if (at.status == delivered)
    return {confirm, now_already, closes, routine, why::confirm};
  /* 13 */ if (at.status == ready_for_pickup) {
    const auto by = at.first_ahead({at.order.pickup_by, closes});
    return {collect, now_already, by, at.soon_or_critical(by), why::collect};
  }
  /* 14 */ if (at.status == awaiting_shipment && at.reached(ship_by))
    return {check_cancellation, now_already, at.now, soon, why::check_cancellation};
  /* 15 */ if (at.status == awaiting_shipment && ship_by && at.reached(*ship_by - last_days))
    return {contact_seller, now_already, ship_by, soon, why::contact_seller};
  /* 16 */ if (at.status == awaiting_shipment)
    return {wait_for_shipment, now_already, ship_by, routine, why::wait_for_shipment};
  /* 17 */ if (at.status == in_transit && at.clocks.dispute && at.reached(last_call))
    return {open_dispute, at.reached(window_opens(at)) ? now_already : window_opens(at), closes,
            critical, why::last_call(at)};
  /* 18 */ if (at.status == in_transit && at.dispute_window_open() &&
               at.reached(extended_deadline(at)))
    return {open_dispute, now_already, closes, soon, why::late(at)};
  /* 19 */ if (at.status == in_transit && at.dispute_window_open() && !at.trackable())
    return {open_dispute, now_already, closes, soon, why::untrackable};
  /* 20 */ if (at.status == in_transit && at.extension_advised_now() && !at.extension_pending() &&
               !at.extension_granted_in_window())
    return {request_extension, now_already, last_call, soon, why::request_extension};
  /* 21 */ if (at.status == in_transit && at.extension_advised_now() && at.extension_pending())
    return {wait_for_seller, now_already, last_call, soon, why::extension_pending};
  /* 22 */ if (at.status == in_transit && at.dispute_window_open() &&
               at.reached(at.before_closes(at.policy.reminder_from)))
    return {check_tracking, now_already,
            at.first_ahead({at.before_closes(at.policy.extension_from), last_call}), soon,
            why::check_tracking};
  /* 23 */ if (at.status == in_transit)
    return {wait_for_delivery, now_already,
            at.first_ahead({window_opens(at), at.before_closes(at.policy.reminder_from)}), routine,
            why::wait_for_delivery(at)};
  /* 24 */ if (at.status == auto_closed && !at.clocks.delivered)
    return {none, now_already, no_end, Urgency::none, why::money_lost};
  /* 25 */
  return {none, now_already, no_end, Urgency::none, why::nothing_left};
}
// clang-format on

}  // namespace

NextStep next_step(const Order& order, const Policy& policy, const Clocks& clocks, Status status,
                   Instant now) {
  return first_matching_row(Situation{order, policy, clocks, status, now});
}

}  // namespace aliprotect
