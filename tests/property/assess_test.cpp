// What holds for every record, rule set and instant (domain 3, 6, 7, 10).
#include <rapidcheck.h>

#include <algorithm>
#include <ostream>

#include "rules/refusals.h"
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;
using namespace aliprotect::testing;
using namespace std::chrono_literals;

namespace {

/// A record with the rule set it lives under.
struct Example {
  Order order;
  Policy policy;
};

int from_to(int first, int last) { return *rc::gen::inRange(first, last + 1); }
bool one_in(int count) { return from_to(1, count) == 1; }

/// Mostly whole days, so that instants of different facts meet; else some seconds beside them.
Instant some_instant(int first = -5, int last = 60) {
  return day(from_to(first, last)) + Seconds{one_in(3) ? from_to(-2, 2) : 0};
}

std::optional<Instant> perhaps(int count, int first = -5, int last = 60) {
  if (!one_in(count)) return none;
  return some_instant(first, last);
}

Parcel some_parcel() {
  Parcel parcel;
  if (!one_in(4)) parcel.tracking = "LP001";
  parcel.untracked = one_in(5);
  if (!one_in(6)) parcel.shipped_at = some_instant(0, 10);
  parcel.delivered_at = perhaps(2, 5, 50);
  return parcel;
}

Extension some_extension() {
  Extension extension;
  extension.requested_at = some_instant(10, 50);
  extension.status = *rc::gen::element(ExtensionStatus::pending, ExtensionStatus::granted,
                                       ExtensionStatus::declined);
  extension.days = Days{from_to(0, 15)};
  if (extension.status != ExtensionStatus::pending) extension.decided_at = some_instant(10, 55);
  return extension;
}

Dispute some_dispute() {
  Dispute dispute;
  dispute.opened_at = some_instant(0, 50);
  dispute.reason = *rc::gen::element(Reason::not_received, Reason::not_as_described);
  dispute.want = *rc::gen::element(Want::full, Want::return_goods, Want::partial);
  dispute.seller_answer = *rc::gen::element(SellerAnswer::none, SellerAnswer::refused,
                                            SellerAnswer::offered, SellerAnswer::accepted);
  dispute.escalated_at = perhaps(5, 5, 60);
  dispute.evidence_due = perhaps(4, 5, 70);
  if (one_in(2)) dispute.evidence.push_back(Evidence{"photo.jpg", "", 1, none, some_instant()});
  if (one_in(4))
    dispute.outcome = *rc::gen::element(Outcome::refunded, Outcome::partial, Outcome::rejected);
  if (dispute.outcome || one_in(4)) dispute.closed_at = some_instant(5, 60);
  dispute.return_by = perhaps(5, 20, 70);
  dispute.returned_at = perhaps(6, 20, 70);
  return dispute;
}

template <typename Some>
auto up_to(int count, Some some) {
  std::vector<decltype(some())> all;
  for (int left = from_to(0, count); left > 0; --left) all.push_back(some());
  return all;
}

Order some_order() {
  Order order = testing::order().build();
  order.ship_by = perhaps(2, 0, 15);
  if (one_in(2)) order.days = Days{from_to(1, 45)};
  if (!order.days) order.deadline = perhaps(2, 3, 60);
  if (one_in(3)) order.protection_days = Days{from_to(1, 60)};
  order.closes = perhaps(3, 1, 60);
  order.pickup_by = perhaps(5, 5, 60);
  if (one_in(3)) order.inspection = *rc::gen::element(Inspection::good, Inspection::bad);
  order.confirmed_at = perhaps(12);
  order.cancelled_at = perhaps(12);
  order.parcels = up_to(2, some_parcel);
  order.extensions = up_to(2, some_extension);
  order.disputes = up_to(2, some_dispute);
  return order;
}

Example some_example() {
  return {some_order(), *rc::gen::element(policy_2016(), policy_2017(), policy_2023())};
}

/// Every instant at which something could change, the second before and the second after, in order.
std::vector<Instant> edges_of(const Example& example) {
  const Clocks clocks = clocks_of(example.order, example.policy);
  std::vector<Instant> instants = {day(-10), day(400)};
  const auto add = [&](std::optional<Instant> instant) {
    if (!instant) return;
    for (const Seconds beside : {-1s, 0s, 1s}) instants.push_back(*instant + beside);
  };
  for (const auto& clock : {clocks.shipped, clocks.delivered, clocks.deadline, clocks.closes,
                            clocks.last_chance, clocks.auto_escalates, example.order.ship_by})
    add(clock);
  for (const auto& window :
       {clocks.dispute, clocks.extension, clocks.escalation, clocks.reason_change}) {
    if (window) add(window->from);
    if (window) add(window->until);
  }
  for (const ScheduledDeadline& deadline : schedule_of(example.order, clocks)) add(deadline.at);
  if (clocks.closes) add(*clocks.closes - 4_d);
  if (example.order.ship_by) add(*example.order.ship_by - 2_d);
  std::sort(instants.begin(), instants.end());
  return instants;
}

bool follows(Status then, Status first) {
  if (then == first) return true;
  if (then == Status::escalated) return first == Status::in_dispute;
  return then == Status::auto_closed && !is_finished(first) && first != Status::in_dispute &&
         first != Status::escalated;
}

void move(std::optional<Instant>& instant, Seconds by) {
  if (instant) *instant += by;
}

Order moved(Order order, Seconds by) {
  for (auto* fact : {&order.ordered_at, &order.ship_by, &order.deadline, &order.closes,
                     &order.pickup_by, &order.confirmed_at, &order.cancelled_at})
    move(*fact, by);
  for (Parcel& parcel : order.parcels) {
    move(parcel.shipped_at, by);
    move(parcel.delivered_at, by);
  }
  for (Extension& extension : order.extensions) {
    extension.requested_at += by;
    move(extension.decided_at, by);
    move(extension.closes_at, by);
  }
  for (Dispute& dispute : order.disputes) {
    dispute.opened_at += by;
    for (auto* fact : {&dispute.escalated_at, &dispute.evidence_due, &dispute.closed_at,
                       &dispute.return_by, &dispute.returned_at})
      move(*fact, by);
  }
  return order;
}

void show(std::ostream& out, const char* fact, std::optional<Instant> instant) {
  if (instant) out << " " << fact << " " << text(instant);
}

/// What rapidcheck prints of the example that broke a property.
void showValue(const Example& example, std::ostream& out) {
  const Order& order = example.order;
  out << example.policy.name;
  if (order.days) out << " days " << order.days->count();
  if (order.protection_days) out << " protection_days " << order.protection_days->count();
  if (order.inspection)
    out << " inspection " << (*order.inspection == Inspection::good ? "good" : "bad");
  show(out, "ship_by", order.ship_by);
  show(out, "deadline", order.deadline);
  show(out, "closes", order.closes);
  show(out, "pickup_by", order.pickup_by);
  show(out, "confirmed", order.confirmed_at);
  show(out, "cancelled", order.cancelled_at);
  for (const Parcel& parcel : order.parcels) {
    out << "\n  parcel" << (parcel.tracking && !parcel.untracked ? "" : " untracked");
    show(out, "shipped", parcel.shipped_at);
    show(out, "delivered", parcel.delivered_at);
  }
  for (const Extension& extension : order.extensions) {
    out << "\n  extension " << static_cast<int>(extension.status) << " days "
        << extension.days->count();
    show(out, "requested", extension.requested_at);
    show(out, "decided", extension.decided_at);
    show(out, "closes", extension.closes_at);
  }
  for (const Dispute& dispute : order.disputes) {
    out << "\n  dispute"
        << (dispute.reason == Reason::not_received ? " not_received" : " not_as_described")
        << " answer " << static_cast<int>(dispute.seller_answer) << " evidence "
        << dispute.evidence.size();
    if (dispute.outcome) out << " outcome " << static_cast<int>(*dispute.outcome);
    show(out, "opened", dispute.opened_at);
    show(out, "escalated", dispute.escalated_at);
    show(out, "evidence_due", dispute.evidence_due);
    show(out, "closed", dispute.closed_at);
    show(out, "return_by", dispute.return_by);
    show(out, "returned", dispute.returned_at);
  }
}

/// An outcome, be it of an earlier dispute: there is no other dispute after it, except by force.
bool had_outcome(const Order& order) {
  return std::any_of(order.disputes.begin(), order.disputes.end(),
                     [](const Dispute& dispute) { return dispute.outcome.has_value(); });
}

/// Holds for every example; `holds` asserts with RC_ASSERT.
template <typename Property>
void for_every_example(Property holds) {
  const bool held = rc::check([&] { holds(*rc::gen::exec(some_example)); });
  CHECK(held);
}

/// Holds for every example at each of its edges.
template <typename Property>
void at_every_edge(Property holds) {
  for_every_example([&](const Example& example) {
    for (const Instant now : edges_of(example)) {
      RC_LOG() << "now " << text(now) << "\n";
      holds(example, assess(example.order, example.policy, now), now);
    }
  });
}

}  // namespace

TEST_CASE("as now advances over a fixed record, the status never moves backwards") {
  for_every_example([](const Example& example) {
    const Clocks clocks = clocks_of(example.order, example.policy);
    Status before = status_of(example.order, clocks, day(-20));
    for (const Instant now : edges_of(example)) {
      const Status status = status_of(example.order, clocks, now);
      RC_ASSERT(follows(status, before));
      before = status;
    }
  });
}

TEST_CASE("clocks and windows do not depend on now, and assess is its steps") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Clocks clocks = clocks_of(e.order, e.policy);
    RC_ASSERT(protection.clocks == clocks);
    RC_ASSERT(protection.status == status_of(e.order, clocks, now));
    RC_ASSERT(protection.deadlines == deadlines_of(e.order, clocks, protection.status, now));
    RC_ASSERT(protection.next_step == next_step(e.order, e.policy, clocks, protection.status, now));
  });
}

TEST_CASE("deadlines are ahead, sorted, and the schedule filtered") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const auto& listed = protection.deadlines;
    RC_ASSERT(
        std::all_of(listed.begin(), listed.end(), [&](const Deadline& d) { return now < d.at; }));
    RC_ASSERT(std::is_sorted(listed.begin(), listed.end(),
                             [](const Deadline& a, const Deadline& b) { return a.at < b.at; }));
    std::vector<Deadline> scheduled;
    for (const ScheduledDeadline& deadline : schedule_of(e.order, protection.clocks)) {
      const bool stands = (!deadline.since || *deadline.since <= now) && now < deadline.at;
      if (stands && is_open(e.order, protection.status))
        scheduled.push_back({deadline.kind, deadline.at});
    }
    RC_ASSERT(
        std::is_permutation(listed.begin(), listed.end(), scheduled.begin(), scheduled.end()));
  });
}

TEST_CASE("each kind of deadline is listed once at most") {
  at_every_edge([](const Example&, const Protection& protection, Instant) {
    std::vector<DeadlineKind> kinds;
    for (const Deadline& deadline : protection.deadlines) kinds.push_back(deadline.kind);
    std::sort(kinds.begin(), kinds.end());
    RC_ASSERT(std::adjacent_find(kinds.begin(), kinds.end()) == kinds.end());
  });
}

TEST_CASE("finished orders list nothing but a return") {
  at_every_edge([](const Example&, const Protection& protection, Instant) {
    if (!is_finished(protection.status)) return;
    for (const Deadline& deadline : protection.deadlines) {
      RC_ASSERT(deadline.kind == DeadlineKind::return_by);
      RC_ASSERT(protection.status == Status::resolved);
    }
  });
}

TEST_CASE("open_until agrees with is_open at every instant") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const auto until = open_until(e.order, protection.clocks);
    RC_ASSERT(is_open(e.order, protection.status) == (!until || now < *until));
  });
}

TEST_CASE(
    "granting an extension moves closes by its days, never earlier, and nothing else of the "
    "order") {
  for_every_example([](const Example& e) {
    const Clocks before = clocks_of(e.order, e.policy);
    Extension grant = some_extension();
    grant.status = ExtensionStatus::granted;
    grant.decided_at = day(60);  // after every other decision
    const bool with_date = before.closes && one_in(2);
    if (with_date) grant.closes_at = *before.closes + Seconds{from_to(0, 86'400)};
    Order order = e.order;
    order.extensions.push_back(grant);
    const Clocks after = clocks_of(order, e.policy);

    RC_ASSERT(after.closes.has_value() == before.closes.has_value());
    if (before.closes) RC_ASSERT(*after.closes >= *before.closes);
    if (before.closes)
      RC_ASSERT(after.closes == (with_date ? grant.closes_at : *before.closes + *grant.days));
    RC_ASSERT(after.deadline == before.deadline);
    RC_ASSERT(after.closes_source == before.closes_source);
    RC_ASSERT(after.escalation == before.escalation);
    RC_ASSERT(after.reason_change == before.reason_change);
    if (before.dispute) RC_ASSERT(after.dispute->from == before.dispute->from);
  });
}

TEST_CASE("a pending or declined request moves nothing") {
  for_every_example([](const Example& e) {
    Extension request = some_extension();
    request.status = *rc::gen::element(ExtensionStatus::pending, ExtensionStatus::declined);
    Order order = e.order;
    order.extensions.insert(
        order.extensions.begin() + from_to(0, static_cast<int>(order.extensions.size())), request);
    RC_ASSERT(clocks_of(order, e.policy) == clocks_of(e.order, e.policy));
  });
}

TEST_CASE("amending a dispute moves neither its escalation nor the order's clocks") {
  for_every_example([](const Example& e) {
    Order order = e.order;
    if (order.disputes.empty()) order.disputes.push_back(some_dispute());
    const Clocks before = clocks_of(order, e.policy);
    for (Dispute& dispute : order.disputes) {
      dispute.reason = *rc::gen::element(Reason::not_received, Reason::not_as_described);
      dispute.want = *rc::gen::element(Want::full, Want::return_goods, Want::partial);
    }
    Clocks after = clocks_of(order, e.policy);
    after.reason_change = before.reason_change;
    RC_ASSERT(after == before);
  });
}

TEST_CASE("an open dispute is escalated by hand or by itself, and only then") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Dispute* dispute = open_dispute(e.order);
    if (!dispute || has_recorded_end(e.order)) {
      RC_ASSERT(protection.status != Status::in_dispute && protection.status != Status::escalated);
      return;
    }
    const Escalation how = escalation_of(*dispute, e.policy, now);
    RC_ASSERT((protection.status == Status::escalated) == (how != Escalation::none));
    RC_ASSERT((how == Escalation::manual) == dispute->escalated_at.has_value());
    if (how == Escalation::automatic) RC_ASSERT(now >= *protection.clocks.auto_escalates);
    if (how == Escalation::none) RC_ASSERT(now < *protection.clocks.auto_escalates);
  });
}

TEST_CASE("whose money is at risk has something to do, and every step says why") {
  at_every_edge([](const Example&, const Protection& protection, Instant now) {
    const NextStep& step = protection.next_step;
    RC_ASSERT(protection.at_risk == !is_finished(protection.status));
    if (protection.at_risk) RC_ASSERT(step.action != Action::none);
    RC_ASSERT((step.action == Action::none) == (step.urgency == Urgency::none));
    if (step.action == Action::none) RC_ASSERT(!step.by && !step.from);
    RC_ASSERT(!step.why.empty());
    if (step.from)
      RC_ASSERT(now < *step.from && step.by && *step.from < *protection.clocks.last_chance);
  });
}

TEST_CASE("no step on the way to a dispute is advised that would be refused") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const NextStep& step = protection.next_step;
    const Clocks& clocks = protection.clocks;
    const Instant then = step.from.value_or(now);
    if (step.action == Action::open_dispute && protection.status == Status::in_transit &&
        !had_outcome(e.order))
      RC_ASSERT(!against_opening_dispute(e.order, clocks, then));
    if (step.action == Action::escalate) RC_ASSERT(!against_escalating(e.order, e.policy, then));
    if (step.action == Action::request_extension)
      RC_ASSERT(!against_extension_request(e.order, clocks, then));
    if (step.action == Action::inspect_and_close)
      RC_ASSERT(!against_cancelling_dispute(e.order, clocks, then));
  });
}

TEST_CASE("a refused dispute is one outside its window, a second one, or one after an outcome") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Dispute* last = current_dispute(e.order);
    const bool first_or_after_cancelled = !last || (last->closed_at && !had_outcome(e.order));
    const bool inside = protection.clocks.dispute && protection.clocks.dispute->contains(now);
    RC_ASSERT(against_opening_dispute(e.order, protection.clocks, now).has_value() !=
              (first_or_after_cancelled && inside));
  });
}

TEST_CASE(
    "a day is 86,400 seconds: moving every fact and now by some seconds moves every answer by "
    "them") {
  at_every_edge([](const Example& e, const Protection& here, Instant now) {
    const Seconds by{123'456'789};  // over leap days, years' ends and many changes of clocks
    const Protection there = assess(moved(e.order, by), e.policy, now + by);
    RC_ASSERT(there.status == here.status);
    RC_ASSERT(there.next_step.action == here.next_step.action);
    RC_ASSERT(there.next_step.urgency == here.next_step.urgency);
    RC_ASSERT(there.next_step.why == here.next_step.why);
    std::optional<Instant> step_by = here.next_step.by;
    move(step_by, by);
    RC_ASSERT(there.next_step.by == step_by);
    RC_ASSERT(there.deadlines.size() == here.deadlines.size());
    for (std::size_t i = 0; i < here.deadlines.size(); ++i) {
      RC_ASSERT(there.deadlines[i].kind == here.deadlines[i].kind);
      RC_ASSERT(there.deadlines[i].at == here.deadlines[i].at + by);
    }
  });
}
