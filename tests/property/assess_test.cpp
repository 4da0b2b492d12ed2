// Properties of every record, rule set and instant.
#include "core/order_fields.h"
#include "property/examples.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

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
  for_each_plain_fact([&]<typename Value>(const PlainFact<Value>& fact) {
    if constexpr (std::is_same_v<Value, Instant>) move(order.*fact.member, by);
  });
  move(order.closes, by);
  for (Parcel& parcel : order.parcels) {
    move(parcel.shipped_at, by);
    move(parcel.delivered_at, by);
    move(parcel.claimed_delivered_at, by);
  }
  for (Extension& extension : order.extensions) {
    extension.requested_at += by;
    move(extension.decided_at, by);
    move(extension.closes_at, by);
  }
  for (Dispute& dispute : order.disputes) {
    dispute.opened_at += by;
    for (auto* fact : {&dispute.amended_at, &dispute.escalated_at, &dispute.evidence_due,
                       &dispute.closed_at, &dispute.return_by, &dispute.returned_at})
      move(*fact, by);
  }
  return order;
}

}  // namespace

TEST_CASE("the status never moves backwards as time passes") {
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

TEST_CASE("clocks and windows do not depend on now, and assess combines its parts") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Clocks clocks = clocks_of(e.order, e.policy);
    RC_ASSERT(protection.clocks == clocks);
    RC_ASSERT(protection.status == status_of(e.order, clocks, now));
    RC_ASSERT(protection.deadlines == deadlines_of(e.order, clocks, protection.status, now));
    RC_ASSERT(protection.next_step == next_step(e.order, e.policy, clocks, protection.status, now));
  });
}

TEST_CASE("deadlines are the ones of the schedule that are ahead, sorted") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const auto& listed = protection.deadlines;
    RC_ASSERT(
        std::all_of(listed.begin(), listed.end(), [&](const Deadline& d) { return now < d.at; }));
    RC_ASSERT(std::is_sorted(listed.begin(), listed.end(),
                             [](const Deadline& a, const Deadline& b) { return a.at < b.at; }));
    std::vector<Deadline> scheduled;
    for (const ScheduledDeadline& deadline : schedule_of(e.order, protection.clocks)) {
      const bool remains =
          protection.status != Status::auto_closed || deadline.kind == DeadlineKind::chargeback;
      const bool stands =
          remains && (!deadline.since || *deadline.since <= now) && now < deadline.at;
      if (stands && is_open(e.order, protection.clocks, protection.status, now))
        scheduled.push_back({deadline.kind, deadline.at});
    }
    RC_ASSERT(
        std::is_permutation(listed.begin(), listed.end(), scheduled.begin(), scheduled.end()));
  });
}

TEST_CASE("each kind of deadline is listed at most once") {
  at_every_edge([](const Example&, const Protection& protection, Instant) {
    std::vector<DeadlineKind> kinds;
    for (const Deadline& deadline : protection.deadlines) kinds.push_back(deadline.kind);
    std::sort(kinds.begin(), kinds.end());
    RC_ASSERT(std::adjacent_find(kinds.begin(), kinds.end()) == kinds.end());
  });
}

/// Deadlines of finished orders: a return, a chargeback, and disputes after confirmation.
bool may_follow_end(DeadlineKind kind, const Protection& protection) {
  const Status status = protection.status;
  if (kind == DeadlineKind::return_by) return status == Status::resolved;
  if (kind == DeadlineKind::chargeback)
    return status == Status::auto_closed || status == Status::resolved;
  return kind == DeadlineKind::closes && status == Status::confirmed && protection.at_risk;
}

TEST_CASE("finished orders list only what can still be done") {
  at_every_edge([](const Example&, const Protection& protection, Instant) {
    if (!is_finished(protection.status)) return;
    for (const Deadline& deadline : protection.deadlines) {
      RC_ASSERT(may_follow_end(deadline.kind, protection));
    }
  });
}

TEST_CASE("open_until agrees with is_open at every instant, apart from a chargeback") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const auto until = open_until(e.order, protection.clocks);
    const Status status = protection.status;
    const bool open = is_open(e.order, protection.clocks, status, now);
    if (!until || now < *until)
      RC_ASSERT((open || is_done(e.order, status, now)));
    else
      RC_ASSERT((!open || is_lost(e.order, protection.clocks, status)));
  });
}

TEST_CASE("granting an extension moves only closes, by its days and never earlier") {
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
    if (before.dispute) RC_ASSERT(after.dispute->from >= before.dispute->from);
    if (before.dispute && !before.opens_at_deadline)
      RC_ASSERT(after.dispute->from == before.dispute->from);
  });
}

TEST_CASE("a pending or declined request does not move anything") {
  for_every_example([](const Example& e) {
    Extension request = some_extension();
    request.status = *rc::gen::element(ExtensionStatus::pending, ExtensionStatus::declined);
    Order order = e.order;
    order.extensions.insert(
        order.extensions.begin() + from_to(0, static_cast<int>(order.extensions.size())), request);
    RC_ASSERT(clocks_of(order, e.policy) == clocks_of(e.order, e.policy));
  });
}

TEST_CASE("changing a dispute moves neither its escalation nor the order's other clocks") {
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
    after.reason_change_ends = before.reason_change_ends;
    after.return_by = before.return_by;
    RC_ASSERT(after == before);
  });
}

/// `store/order_history.cpp` skips former rows that differ only in these.
TEST_CASE("no deadline depends on texts, prices, the day of the order, a notice or evidence") {
  for_every_example([](const Example& e) {
    Order order = e.order;
    order.title = order.seller = order.client = "another";
    order.price = order.sale_price = Money{1, *Currency::from_code("USD")};
    order.ordered_at = day(-1);
    order.completion_notice_at = day(1);
    order.late_credit = "another";
    order.tags = {"another"};
    order.notes = {{day(0), "another"}};
    for (Dispute& dispute : order.disputes) dispute.evidence.clear();
    const auto rows = [&](const Order& of) {
      std::vector<std::tuple<DeadlineKind, Instant, std::optional<Instant>>> all;
      for (const ScheduledDeadline& deadline : schedule_of(of, clocks_of(of, e.policy)))
        all.emplace_back(deadline.kind, deadline.at, deadline.since);
      return all;
    };
    RC_ASSERT(rows(order) == rows(e.order));
  });
}

TEST_CASE("an open dispute is escalated only manually or automatically") {
  at_every_edge([](const Example& e, const Protection& protection, Instant now) {
    const Dispute* dispute = open_dispute(e.order);
    if (!dispute || has_final_end(e.order, protection.clocks)) {
      RC_ASSERT(
          (protection.status != Status::in_dispute && protection.status != Status::escalated));
      return;
    }
    const Escalation how = escalation_of(*dispute, e.policy, now);
    RC_ASSERT((protection.status == Status::escalated) == (how != Escalation::none));
    RC_ASSERT((how == Escalation::manual) == dispute->escalated_at.has_value());
    if (how == Escalation::automatic) RC_ASSERT(now >= *protection.clocks.auto_escalates);
    if (how == Escalation::none) RC_ASSERT(now < *protection.clocks.auto_escalates);
  });
}

TEST_CASE("shifting all facts and now by some seconds shifts all results by them") {
  at_every_edge([](const Example& e, const Protection& here, Instant now) {
    const Seconds by{123'456'789};  // across leap days, ends of years and many clock changes
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
