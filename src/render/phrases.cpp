#include "render/phrases.h"

#include <algorithm>

#include "render/text.h"

namespace aliprotect {
namespace {

/// The user only waits until the given time, when the next step changes.
bool is_waiting(Action action) {
  return action == Action::wait_for_seller || action == Action::wait_for_shipment ||
         action == Action::wait_for_delivery;
}

}  // namespace

std::string format_word(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string format_deadline_kind(DeadlineKind kind) {
  switch (kind) {
    case DeadlineKind::auto_escalates:
      return "escalates automatically";
    case DeadlineKind::reason_change:
      return "reason change ends";
    case DeadlineKind::chargeback:
      return "card refund until";
    case DeadlineKind::pickup_by:
      return "pick up by";
    case DeadlineKind::ship_by:
    case DeadlineKind::deadline:
    case DeadlineKind::closes:
    case DeadlineKind::evidence_due:
    case DeadlineKind::return_by:
      return format_word(to_string(kind));
  }
  return {};
}

std::vector<std::string> carrier_notes(const AssessedOrder& of) {
  const Status status = of.protection.status;
  if (status != Status::in_transit && status != Status::ready_for_pickup) return {};
  const auto& parcels = of.order.parcels;
  const bool claimed = std::any_of(parcels.begin(), parcels.end(), [](const Parcel& parcel) {
    return parcel.claimed_delivered_at && !parcel.delivered_at;
  });
  return claimed ? std::vector<std::string>{"carrier says delivered"} : std::vector<std::string>{};
}

std::vector<std::string> status_notes(const AssessedOrder& of, const Zone& zone) {
  std::vector<std::string> notes = carrier_notes(of);
  const Protection& protection = of.protection;
  const Clocks& clocks = protection.clocks;
  const bool runs = protection.at_risk && !open_dispute(of.order);
  if (runs && is_completed(clocks, of.now) && is_window_ahead(clocks, of.now)) {
    notes.push_back((protection.status == Status::confirmed ? "" : "completed, ") +
                    ("dispute until " + to_text(*clocks.last_chance, Bound::end, zone)));
  }
  return notes;
}

std::string format_status(const AssessedOrder& of, const Zone& zone) {
  std::string text = format_word(to_string(of.protection.status));
  for (const std::string& note : status_notes(of, zone)) text += ", " + note;
  return text;
}

std::string format_deadline(const Deadline& deadline, Instant now, const Zone& zone) {
  return format_deadline_kind(deadline.kind) + " " + to_text(deadline.at, Bound::end, zone) + ", " +
         to_distance(deadline.at, now);
}

std::string format_when(Instant at, Bound bound, Instant now, const Zone& zone) {
  return to_distance(at, now) + " · " + to_short_text(at, bound, now, zone);
}

std::string to_text_with_time(Instant at, const Zone& zone) {
  std::string as_begin = to_text(at, Bound::begin, zone);
  std::string as_end = to_text(at, Bound::end, zone);
  return as_begin.size() > as_end.size() ? as_begin : as_end;
}

std::string format_action(Action action) {
  switch (action) {
    case Action::none:
      return "nothing to do";
    case Action::add_evidence:
      return "add evidence";
    case Action::inspect_and_close:
      return "inspect and close the dispute";
    case Action::escalate:
      return "escalate";
    case Action::wait_for_seller:
      return "wait for the seller";
    case Action::wait_for_ruling:
      return "wait for the ruling";
    case Action::send_back:
      return "send the goods back";
    case Action::settle_with_seller:
      return "settle with the seller";
    case Action::open_dispute:
      return "open a dispute";
    case Action::inspect:
      return "inspect the goods";
    case Action::confirm:
      return "confirm receipt";
    case Action::collect:
      return "collect the parcel";
    case Action::check_cancellation:
      return "check the cancellation";
    case Action::check_delivery:
      return "look for the delivery";
    case Action::check_refund:
      return "check the refund";
    case Action::ask_bank:
      return "ask the card issuer";
    case Action::contact_seller:
      return "contact the seller";
    case Action::wait_for_shipment:
      return "wait for shipment";
    case Action::request_extension:
      return "request an extension";
    case Action::check_tracking:
      return "check tracking";
    case Action::wait_for_delivery:
      return "wait for delivery";
  }
  return {};
}

std::string format_next_step(const NextStep& step, Instant now, const Zone& zone) {
  std::string text = format_action(step.action);
  if (step.from) text += " from " + to_text(*step.from, Bound::begin, zone);
  if (!step.by || (is_waiting(step.action) && *step.by < now)) return text;
  if (*step.by == now) return text + " now";
  return text + (is_waiting(step.action) ? " until " : " by ") +
         to_text(*step.by, Bound::end, zone);
}

std::string format_outcome(const Dispute& dispute) {
  if (!dispute.outcome) return dispute.closed_at ? "cancelled" : "open";
  return format_word(to_string(*dispute.outcome)) +
         (dispute.refund ? ", " + to_text(*dispute.refund) : std::string());
}

std::string format_totals(const Totals& totals) {
  std::string text;
  for (const auto& [currency, minor] : totals) {
    if (!text.empty()) text += ", ";
    text += to_text(Money{minor, currency});
  }
  return text;
}

std::string format_order_sum(const OrderSum& sum) {
  if (sum.orders == 0) return "none";
  if (sum.without_price == 0) return format_totals(sum.prices);
  return (sum.prices.empty() ? "unknown for " : format_totals(sum.prices) + " and ") +
         format_count(sum.without_price, "order") + " without a price";
}

std::string format_count(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

bool is_held_by_dispute(const AssessedOrder& of) {
  return of.protection.status == Status::in_dispute || of.protection.status == Status::escalated;
}

bool is_undated(const AssessedOrder& of) {
  const Status status = of.protection.status;
  return (status == Status::in_transit || status == Status::ready_for_pickup) &&
         of.protection.deadlines.empty();
}

std::string name_of(const Order& order) {
  if (order.id.value == 0) return order.number.text();  // not recorded yet
  std::string name = std::to_string(order.id.value) + " (" + order.number.text();
  if (order.title) name += ", " + printable(clipped(*order.title, 40));
  return name + ")";
}

}  // namespace aliprotect
