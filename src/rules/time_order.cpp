#include <algorithm>
#include <type_traits>

#include "core/order_fields.h"
#include "rules/extensions.h"
#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// Something that happened, so it cannot be more than a day in the future.
struct Event {
  const char* what;
  std::optional<Instant> at;
};

constexpr Days ahead_allowed{1};

std::vector<Event> events_of(const Order& order) {
  std::vector<Event> events;
  for_each_plain_fact([&]<typename Fact>(const Fact& fact) {
    if constexpr (std::is_same_v<Fact, PlainFact<Instant>>) {
      if (fact.event) events.push_back({fact.event, order.*fact.member});
    }
  });
  for (const Parcel& parcel : order.parcels) {
    events.push_back({"shipment", parcel.shipped_at});
    events.push_back({"delivery", parcel.delivered_at});
    events.push_back({"delivery reported by the carrier", parcel.claimed_delivered_at});
  }
  for (const Extension& extension : order.extensions) {
    events.push_back({"extension request", extension.requested_at});
    events.push_back({"extension decision", extension.decided_at});
  }
  for (const Dispute& dispute : order.disputes) {
    events.push_back({"opening of the dispute", dispute.opened_at});
    events.push_back({"amendment", dispute.amended_at});
    events.push_back({"seller's answer", dispute.answered_at});
    events.push_back({"escalation", dispute.escalated_at});
    events.push_back({"end of the dispute", dispute.closed_at});
    events.push_back({"return of the goods", dispute.returned_at});
    for (const Evidence& evidence : dispute.evidence) {
      events.push_back({"evidence", evidence.added_at});
    }
  }
  return events;
}

void expect_order(std::vector<Refusal>& found, const Event& first, const Event& then) {
  if (!first.at || !then.at || *first.at <= *then.at) return;
  found.push_back({std::string("the ") + then.what + " ({}) is before the " + first.what + " ({})",
                   {*then.at, *first.at}});
}

/// Returns an entered closing date with all extensions; nullopt if it follows from days.
std::optional<Instant> typed_closes(const Order& order) {
  const bool counted = order.protection_days || order.days || order.deadline;
  if (!order.closes && counted) return std::nullopt;
  return extended(order, order.closes);
}

/// Returns the disputes, sorted by opening time.
std::vector<const Dispute*> disputes_in_order(const Order& order) {
  std::vector<const Dispute*> disputes;
  for (const Dispute& dispute : order.disputes) disputes.push_back(&dispute);
  std::stable_sort(disputes.begin(), disputes.end(),
                   [](const Dispute* a, const Dispute* b) { return a->opened_at < b->opened_at; });
  return disputes;
}

std::vector<Refusal> disorder_of(const Order& order, Instant now) {
  std::vector<Refusal> found;
  for (const Parcel& parcel : order.parcels) {
    expect_order(found, {"order date", order.ordered_at}, {"shipment", parcel.shipped_at});
    expect_order(found, {"order date", order.ordered_at}, {"delivery", parcel.delivered_at});
    expect_order(found, {"shipment", parcel.shipped_at}, {"confirmation", order.confirmed_at});
    expect_order(found, {"shipment", parcel.shipped_at}, {"delivery", parcel.delivered_at});
    const Event claim{"delivery reported by the carrier", parcel.claimed_delivered_at};
    expect_order(found, {"order date", order.ordered_at}, claim);
    expect_order(found, {"shipment", parcel.shipped_at}, claim);
    expect_order(found, {"shipment", parcel.shipped_at},
                 {"end of protection", typed_closes(order)});
  }
  expect_order(found, {"order date", order.ordered_at}, {"confirmation", order.confirmed_at});
  expect_order(found, {"order date", order.ordered_at}, {"cancellation", order.cancelled_at});
  expect_order(found, {"order date", order.ordered_at}, {"completion", order.completed_at});
  for (const Extension& extension : order.extensions) {
    expect_order(found, {"extension request", extension.requested_at},
                 {"extension decision", extension.decided_at});
  }
  const Dispute* earlier = nullptr;
  for (const Dispute* dispute : disputes_in_order(order)) {
    const Event opened{"opening of the dispute", dispute->opened_at};
    if (earlier) expect_order(found, {"end of the earlier dispute", earlier->closed_at}, opened);
    if (earlier && earlier->is_open()) {
      found.push_back({"the dispute opened on {} would still be open when another is opened on {}",
                       {earlier->opened_at, dispute->opened_at}});
    }
    expect_order(found, opened, {"amendment", dispute->amended_at});
    expect_order(found, opened, {"escalation", dispute->escalated_at});
    expect_order(found, opened, {"end of the dispute", dispute->closed_at});
    expect_order(found, opened, {"seller's answer", dispute->answered_at});
    expect_order(found, opened, {"return of the goods", dispute->returned_at});
    earlier = dispute;
  }
  for (const Event& event : events_of(order)) {
    if (!event.at || *event.at <= now + ahead_allowed) continue;
    found.push_back({std::string("the ") + event.what + " ({}) is more than a day after now ({})",
                     {*event.at, now}});
  }
  return found;
}

}  // namespace

std::optional<Refusal> check_times(const Order* before, const Order& after, Instant now) {
  std::vector<Refusal> known = before ? disorder_of(*before, now) : std::vector<Refusal>{};
  for (Refusal& refusal : disorder_of(after, now)) {
    const auto found = std::find(known.begin(), known.end(), refusal);
    if (found == known.end()) return refusal;
    known.erase(found);  // the same problem with another parcel or request is new
  }
  return std::nullopt;
}

}  // namespace aliprotect
