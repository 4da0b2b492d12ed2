#include <algorithm>

#include "rules/extensions.h"
#include "rules/refusals.h"

namespace aliprotect {
namespace {

/// An event is something that happened: it cannot lie more than a day ahead.
struct Event {
  const char* what;
  std::optional<Instant> at;
};

constexpr Days ahead_allowed{1};

std::vector<Event> events_of(const Order& order) {
  std::vector<Event> events = {{"ordered", order.ordered_at},
                               {"confirmed", order.confirmed_at},
                               {"cancelled", order.cancelled_at}};
  for (const Parcel& parcel : order.parcels) {
    events.push_back({"shipped", parcel.shipped_at});
    events.push_back({"delivered", parcel.delivered_at});
  }
  for (const Extension& extension : order.extensions) {
    events.push_back({"extension requested", extension.requested_at});
    events.push_back({"extension decided", extension.decided_at});
  }
  for (const Dispute& dispute : order.disputes) {
    events.push_back({"dispute opened", dispute.opened_at});
    events.push_back({"seller answered", dispute.answered_at});
    events.push_back({"dispute escalated", dispute.escalated_at});
    events.push_back({"dispute ended", dispute.closed_at});
    events.push_back({"goods returned", dispute.returned_at});
    for (const Evidence& evidence : dispute.evidence) {
      events.push_back({"evidence added", evidence.added_at});
    }
  }
  return events;
}

void expect_order(std::vector<Refusal>& found, const Event& first, const Event& then) {
  if (!first.at || !then.at || *first.at <= *then.at) return;
  found.push_back(
      {std::string(then.what) + " {} is before " + first.what + " {}", {*then.at, *first.at}});
}

/// As the order page shows it, the extensions included; nothing where it follows from days.
std::optional<Instant> typed_closes(const Order& order) {
  const bool counted = order.protection_days || order.days || order.deadline;
  if (!order.closes && counted) return std::nullopt;
  return extended(order, order.closes);
}

/// The disputes by the time of their opening.
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
    expect_order(found, {"ordered", order.ordered_at}, {"shipped", parcel.shipped_at});
    expect_order(found, {"ordered", order.ordered_at}, {"delivered", parcel.delivered_at});
    expect_order(found, {"shipped", parcel.shipped_at}, {"confirmed", order.confirmed_at});
    expect_order(found, {"shipped", parcel.shipped_at}, {"delivered", parcel.delivered_at});
    expect_order(found, {"shipped", parcel.shipped_at}, {"closes", typed_closes(order)});
  }
  expect_order(found, {"ordered", order.ordered_at}, {"confirmed", order.confirmed_at});
  expect_order(found, {"ordered", order.ordered_at}, {"cancelled", order.cancelled_at});
  for (const Extension& extension : order.extensions) {
    expect_order(found, {"extension requested", extension.requested_at},
                 {"extension decided", extension.decided_at});
  }
  const Dispute* earlier = nullptr;
  for (const Dispute* dispute : disputes_in_order(order)) {
    const Event opened{"dispute opened", dispute->opened_at};
    if (earlier) expect_order(found, {"the earlier one ended", earlier->closed_at}, opened);
    if (earlier && earlier->is_open()) {
      found.push_back({"the dispute opened {} would still be open when one is opened {}",
                       {earlier->opened_at, dispute->opened_at}});
    }
    expect_order(found, opened, {"dispute escalated", dispute->escalated_at});
    expect_order(found, opened, {"dispute ended", dispute->closed_at});
    expect_order(found, opened, {"seller answered", dispute->answered_at});
    expect_order(found, opened, {"goods returned", dispute->returned_at});
    earlier = dispute;
  }
  for (const Event& event : events_of(order)) {
    if (!event.at || *event.at <= now + ahead_allowed) continue;
    found.push_back(
        {std::string(event.what) + " {} is more than a day ahead of now, {}", {*event.at, now}});
  }
  return found;
}

}  // namespace

std::optional<Refusal> against_times(const Order* before, const Order& after, Instant now) {
  std::vector<Refusal> known = before ? disorder_of(*before, now) : std::vector<Refusal>{};
  for (Refusal& refusal : disorder_of(after, now)) {
    const auto found = std::find(known.begin(), known.end(), refusal);
    if (found == known.end()) return refusal;
    known.erase(found);  // the same of another parcel or request is new
  }
  return std::nullopt;
}

}  // namespace aliprotect
