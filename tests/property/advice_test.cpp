// Advised actions are possible, and only what the rules forbid is refused.
#include "property/examples.h"
#include "rules/refusals.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

/// Whether any dispute has an outcome, which rules out another one.
bool had_outcome(const Order& order) {
  return std::any_of(order.disputes.begin(), order.disputes.end(),
                     [](const Dispute& dispute) { return dispute.outcome.has_value(); });
}

}  // namespace

TEST_CASE("money at risk always has a next step, and every step has a reason") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const NextStep& step = protection.next_step;
    const bool completion_matters =
        e.policy.dispute_after_completion > Days{0} || e.order.completed_at;
    if (!completion_matters) RC_ASSERT(protection.at_risk == !is_finished(protection.status));
    if (protection.at_risk && is_finished(protection.status))
      RC_ASSERT(protection.status == Status::confirmed);
    if (protection.at_risk) RC_ASSERT(step.action != Action::none);
    RC_ASSERT((step.action == Action::none) == (step.urgency == Urgency::none));
    if (step.action == Action::none) RC_ASSERT((!step.by && !step.from));
    RC_ASSERT(!step.why.empty());
    if (step.from)
      RC_ASSERT((now < *step.from && step.by && *step.from < *protection.clocks.last_chance));
  });
}

TEST_CASE("no step towards a dispute is advised that would be refused") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const NextStep& step = protection.next_step;
    const Clocks& clocks = protection.clocks;
    const Instant then = step.from.value_or(now);
    if (step.action == Action::open_dispute && protection.status == Status::in_transit &&
        !had_outcome(e.order))
      RC_ASSERT(!check_dispute_opening(e.order, clocks, then));
    if (step.action == Action::escalate) RC_ASSERT(!check_escalation(e.order, e.policy, then));
    if (step.action == Action::request_extension)
      RC_ASSERT(!check_extension_request(e.order, clocks, then));
    if (step.action == Action::inspect_and_close)
      RC_ASSERT(!check_dispute_cancellation(e.order, clocks, then));
  });
}

TEST_CASE("a dispute is refused only outside its window, as a second one, or after an outcome") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Dispute* last = current_dispute(e.order);
    const bool first_or_after_cancelled = !last || (last->closed_at && !had_outcome(e.order));
    const bool inside = protection.clocks.dispute && protection.clocks.dispute->contains(now);
    RC_ASSERT(check_dispute_opening(e.order, protection.clocks, now).has_value() !=
              (first_or_after_cancelled && inside));
  });
}
