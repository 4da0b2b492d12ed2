#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <ostream>

#include "support/catch.h"
#include "support/order_builder.h"

/// Random records with rule sets, and the instants at which something can change.
namespace aliprotect::testing {

using namespace std::chrono_literals;

/// A record and its rule set.
struct Example {
  Order order;
  Policy policy;
};

inline int from_to(int first, int last) { return *rc::gen::inRange(first, last + 1); }
inline bool one_in(int count) { return from_to(1, count) == 1; }

/// Mostly whole days, so that instants of different facts coincide; otherwise a few seconds off.
inline Instant some_instant(int first = -5, int last = 60) {
  return day(from_to(first, last)) + Seconds{one_in(3) ? from_to(-2, 2) : 0};
}

inline std::optional<Instant> perhaps(int count, int first = -5, int last = 60) {
  if (!one_in(count)) return none;
  return some_instant(first, last);
}

inline Parcel some_parcel() {
  Parcel parcel;
  if (!one_in(4)) parcel.tracking = "LP001";
  parcel.untracked = one_in(5);
  if (!one_in(6)) parcel.shipped_at = some_instant(0, 10);
  parcel.delivered_at = perhaps(2, 5, 50);
  parcel.claimed_delivered_at = perhaps(4, 5, 50);
  return parcel;
}

inline Extension some_extension() {
  Extension extension;
  extension.requested_at = some_instant(10, 50);
  extension.status = *rc::gen::element(ExtensionStatus::pending, ExtensionStatus::granted,
                                       ExtensionStatus::declined);
  extension.days = Days{from_to(0, 15)};
  if (extension.status != ExtensionStatus::pending) extension.decided_at = some_instant(10, 55);
  return extension;
}

inline Dispute some_dispute() {
  Dispute dispute;
  dispute.opened_at = some_instant(0, 50);
  dispute.reason = *rc::gen::element(Reason::not_received, Reason::not_as_described);
  dispute.want = *rc::gen::element(Want::full, Want::return_goods, Want::partial);
  dispute.seller_answer = *rc::gen::element(SellerAnswer::none, SellerAnswer::refused,
                                            SellerAnswer::offered, SellerAnswer::accepted);
  dispute.escalated_at = perhaps(5, 5, 60);
  dispute.evidence_due = perhaps(4, 5, 70);
  if (one_in(5)) dispute.amended_at = dispute.opened_at + Days{from_to(0, 9)};
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

inline Order some_order() {
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
  order.completion_notice_at = perhaps(8, 5, 60);
  order.completed_at = perhaps(8, 5, 60);
  order.parcels = up_to(2, some_parcel);
  order.extensions = up_to(2, some_extension);
  order.disputes = up_to(2, some_dispute);
  return order;
}

inline Example some_example() {
  return {some_order(),
          *rc::gen::element(policy_2016(), policy_2017(), policy_2023(), policy_2024())};
}

/// Returns all instants at which something could change, with the seconds before and after, sorted.
inline std::vector<Instant> edges_of(const Example& example) {
  const Clocks clocks = clocks_of(example.order, example.policy);
  std::vector<Instant> instants = {day(-10), day(400)};
  const auto add = [&](std::optional<Instant> instant) {
    if (!instant) return;
    for (const Seconds beside : {-1s, 0s, 1s}) instants.push_back(*instant + beside);
  };
  for (const auto& clock :
       {clocks.shipped, clocks.delivered, clocks.deadline, clocks.closes, clocks.last_chance,
        clocks.auto_escalates, clocks.last_delivery, clocks.chargeback, example.order.ship_by,
        example.order.completion_notice_at, example.order.completed_at})
    add(clock);
  for (const auto& window : {clocks.dispute, clocks.dispute_after_shipment, clocks.extension,
                             clocks.escalation, clocks.reason_change, clocks.seller_answer}) {
    if (window) add(window->from);
    if (window) add(window->until);
  }
  for (const ScheduledDeadline& deadline : schedule_of(example.order, clocks)) add(deadline.at);
  if (clocks.closes) add(*clocks.closes - 4_d);
  if (example.order.ship_by) add(*example.order.ship_by - 2_d);
  std::sort(instants.begin(), instants.end());
  return instants;
}

inline void show(std::ostream& out, const char* fact, std::optional<Instant> instant) {
  if (instant) out << " " << fact << " " << text(instant);
}

/// What rapidcheck prints for a failing example.
inline void showValue(const Example& example, std::ostream& out) {
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
  show(out, "completion_notice", order.completion_notice_at);
  show(out, "completed", order.completed_at);
  for (const Parcel& parcel : order.parcels) {
    out << "\n  parcel" << (parcel.tracking && !parcel.untracked ? "" : " untracked");
    show(out, "shipped", parcel.shipped_at);
    show(out, "delivered", parcel.delivered_at);
    show(out, "claimed", parcel.claimed_delivered_at);
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

/// Checks every example; `holds` asserts with RC_ASSERT.
template <typename Property>
inline void for_every_example(Property holds) {
  const bool held = rc::check([&] { holds(*rc::gen::exec(some_example)); });
  CHECK(held);
}

/// Checks every example at each of its instants.
template <typename Property>
inline void at_every_edge(Property holds) {
  for_every_example([&](const Example& example) {
    for (const Instant now : edges_of(example)) {
      RC_LOG() << "now " << text(now) << "\n";
      holds(example, assess(example.order, example.policy, now), now);
    }
  });
}

}  // namespace aliprotect::testing
