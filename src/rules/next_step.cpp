#include "aliprotect/next_step.h"

#include <utility>

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

/// Returns the earliest instant still ahead; if none is, the later known one.
std::optional<Instant> earlier_ahead(const Situation& at, std::optional<Instant> a,
                                     std::optional<Instant> b) {
  if (a && b && *b < *a) std::swap(a, b);
  return at.first_ahead({a, b});
}

/// The step is critical from the site's notice on.
Urgency urgency_of_claim(const Situation& at) {
  const bool noticed = at.reached(at.order.completion_notice_at);
  return noticed ? Urgency::critical : at.soon_or_critical(at.clocks.last_chance);
}

/// Critical and soon begin at different times before `by`.
Urgency urgency_of_inspection(const Situation& at, std::optional<Instant> by) {
  if (at.in_last(last_days, by)) return Urgency::critical;
  return at.in_last(last_days_to_inspect, by) ? Urgency::soon : Urgency::routine;
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
  const auto window_ends = at.clocks.last_chance;
  const bool by_deadline = at.clocks.opens_at_deadline;
  const bool seller_overdue = at.clocks.seller_answer && at.reached(at.clocks.seller_answer->until);
  const bool long_ordered = at.order.ordered_at && at.policy.no_tracking &&
                            at.reached(*at.order.ordered_at + *at.policy.no_tracking);

  /*  1 */ if (evidence_wanted && !at.reached(dispute->evidence_due))
    return {add_evidence, now_already, dispute->evidence_due, critical, why::evidence_due};
  /*  2 */ if (evidence_wanted)
    return {add_evidence, now_already, at.now, critical, why::evidence_late};
  /*  3 */ if (disputed && dispute->reason == Reason::not_received && at.clocks.delivered)
    return {inspect_and_close, now_already, at.clocks.reason_change_ends, critical,
            why::inspect_and_close(at)};
  /*  4 */ if (at.status == in_dispute && escalation_open && at.seller_silent_or_refusing())
    return {escalate, now_already, escalates, soon, why::escalate(at)};
  /* 4b */ if (at.status == in_dispute && seller_overdue &&
               dispute->seller_answer == SellerAnswer::none)
    return {check_refund, now_already, escalates, soon, why::check_refund(at)};
  /*  5 */ if (at.status == in_dispute && dispute->evidence.empty())
    return {add_evidence, now_already, escalates, soon, why::no_evidence(at)};
  /*  6 */ if (at.status == in_dispute)
    return {wait_for_seller, now_already, at.first_ahead({escalation_opens(at), escalates}),
            routine, why::wait_for_seller(at)};
  /*  7 */ if (at.status == escalated)
    return {wait_for_ruling, now_already, no_end, routine, why::wait_for_ruling(at)};
  /*  8 */ if (at.status == resolved && return_outstanding(at.order))
    return {send_back, now_already, at.clocks.return_by, at.soon_or_critical(at.clocks.return_by),
            why::send_back(at)};
  /*  9 */ if (refunded && dispute->reason == Reason::not_received && at.arrived_after_the_end())
    return {settle_with_seller, now_already, no_end, routine, why::settle_with_seller};
  /*10b */ if (at.completed_before_dispute_ends() && at.order.inspection == Inspection::bad)
    return {open_dispute, now_already, window_ends, at.soon_or_critical(window_ends),
            why::bad_goods_after_completion};
  /* 10 */ if (at.status == delivered && at.order.inspection == Inspection::bad)
    return {open_dispute, now_already, closes, at.soon_or_critical(closes), why::bad_goods};
  /*11b */ if (at.completed_before_dispute_ends() && !at.order.inspection)
    return {inspect, now_already, window_ends, urgency_of_inspection(at, window_ends),
            why::inspect_after_completion(at)};
  /* 11 */ if (at.status == delivered && !at.order.inspection)
    return {inspect, now_already, closes, at.soon_or_critical(closes), why::inspect};
  /* 12 */ if (at.status == delivered && !is_done(at.order, at.status, at.now))
    return {confirm, now_already, closes, routine, why::confirm};
  /*13b */ if (at.delivery_unconfirmed())
    return {check_delivery, now_already, closes, urgency_of_claim(at), why::check_delivery(at)};
  /* 13 */ if (at.status == ready_for_pickup) {
    const auto by = earlier_ahead(at, at.order.pickup_by, closes);
    return {collect, now_already, by, at.soon_or_critical(by), why::collect};
  }
  /* 14 */ if (at.status == awaiting_shipment && at.reached(ship_by))
    return {check_cancellation, now_already, at.now, soon, why::check_cancellation};
  /* 15 */ if (at.status == awaiting_shipment && ship_by && at.reached(*ship_by - last_days))
    return {contact_seller, now_already, ship_by, soon, why::contact_seller};
  /*16a */ if (at.status == awaiting_shipment && !ship_by && long_ordered)
    return {contact_seller, now_already, at.now, soon, why::not_shipped};
  /* 16 */ if (at.status == awaiting_shipment)
    return {wait_for_shipment, now_already, ship_by, routine, why::wait_for_shipment};
  /* 17 */ if (at.status == in_transit && at.clocks.dispute &&
               at.reached(by_deadline ? at.clocks.closes : last_call))
    return {open_dispute, at.reached(window_opens(at)) ? now_already : window_opens(at), closes,
            critical, why::last_call(at)};
  /* 18 */ if (at.status == in_transit && at.dispute_window_open() &&
               at.reached(extended_deadline(at)))
    return {open_dispute, now_already, closes, soon, why::late(at)};
  /* 19 */ if (at.status == in_transit && at.dispute_window_open() && !at.trackable())
    return {open_dispute, now_already, closes, soon,
            at.without_numbers() ? why::no_number_as_proof : why::untrackable};
  /* 20 */ if (at.status == in_transit && at.extension_advised_now() && !at.extension_pending() &&
               !at.extension_granted_in_window())
    return {request_extension, now_already, last_call, soon, why::request_extension};
  /* 21 */ if (at.status == in_transit && at.extension_advised_now() && at.extension_pending())
    return {wait_for_seller, now_already, last_call, soon, why::extension_pending};
  /* 22 */ if (at.status == in_transit &&
               (by_deadline ? !at.reached(at.clocks.closes) : at.dispute_window_open()) &&
               at.reached(at.before_closes(at.policy.reminder_from)))
    return {check_tracking, now_already,
            at.first_ahead({at.before_closes(at.policy.extension_from), last_call,
                            by_deadline ? at.clocks.closes : std::nullopt}),
            soon, why::check_tracking};
  /*22a */ if (at.status == in_transit && at.without_numbers() && long_ordered)
    return {contact_seller, now_already, at.now, soon, why::no_number};
  /* 23 */ if (at.status == in_transit) {
    const auto reminder = at.before_closes(at.policy.reminder_from);
    return {wait_for_delivery, now_already,
            by_deadline ? earlier_ahead(at, window_opens(at), reminder)
                        : at.first_ahead({window_opens(at), reminder}),
            routine, why::wait_for_delivery(at)};
  }
  /* 24 */ if (is_lost(at.order, at.clocks, at.status) && at.clocks.chargeback &&
               !at.reached(at.clocks.chargeback))
    return {ask_bank, now_already, at.clocks.chargeback,
            at.in_last(last_days_of_chargeback, at.clocks.chargeback) ? critical : soon,
            why::ask_bank(at)};
  /* 24 */ if (at.status == auto_closed && !at.clocks.delivered)
    return {none, now_already, no_end, Urgency::none,
            is_delivery_reported(at.order, at.clocks) ? why::lost_unless_arrived : why::money_lost};
  /* 25 */
  return {none, now_already, no_end, Urgency::none, why::nothing_left};
}
// clang-format on

}  // namespace

NextStep next_step(const Order& order, const Policy& policy, const Clocks& clocks, Status status,
                   Instant now) {
  const Situation at{order, policy, clocks, status, now};
  NextStep step = first_matching_row(at);
  const bool another_claimed = status == in_transit && step.action != check_delivery;
  if (another_claimed && at.delivery_claimed()) step.why = why::with_claim(step.why);
  return step;
}

}  // namespace aliprotect
