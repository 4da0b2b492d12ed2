#include "aliprotect/next_step.h"
#include "aliprotect/protection.h"

namespace aliprotect {
namespace {

constexpr ClosesSource closes_sources[] = {ClosesSource::typed, ClosesSource::protection_days,
                                           ClosesSource::deadline};

}  // namespace

std::string_view to_string(Status value) {
  switch (value) {
    case Status::cancelled:
      return "cancelled";
    case Status::awaiting_shipment:
      return "awaiting_shipment";
    case Status::in_transit:
      return "in_transit";
    case Status::ready_for_pickup:
      return "ready_for_pickup";
    case Status::delivered:
      return "delivered";
    case Status::in_dispute:
      return "in_dispute";
    case Status::escalated:
      return "escalated";
    case Status::resolved:
      return "resolved";
    case Status::confirmed:
      return "confirmed";
    case Status::auto_closed:
      return "auto_closed";
  }
  return {};
}

std::string_view to_string(DeadlineKind value) {
  switch (value) {
    case DeadlineKind::ship_by:
      return "ship_by";
    case DeadlineKind::deadline:
      return "deadline";
    case DeadlineKind::closes:
      return "closes";
    case DeadlineKind::auto_escalates:
      return "auto_escalates";
    case DeadlineKind::reason_change:
      return "reason_change";
    case DeadlineKind::evidence_due:
      return "evidence_due";
    case DeadlineKind::pickup_by:
      return "pickup_by";
    case DeadlineKind::return_by:
      return "return_by";
    case DeadlineKind::chargeback:
      return "chargeback";
  }
  return {};
}

std::string_view to_string(ClosesSource value) {
  switch (value) {
    case ClosesSource::typed:
      return "typed";
    case ClosesSource::protection_days:
      return "protection_days";
    case ClosesSource::deadline:
      return "deadline";
  }
  return {};
}

template <>
std::optional<ClosesSource> from_string(std::string_view word) {
  for (const ClosesSource source : closes_sources) {
    if (to_string(source) == word) return source;
  }
  return std::nullopt;
}

template <>
std::vector<std::string> words_of<ClosesSource>() {
  std::vector<std::string> words;
  for (const ClosesSource source : closes_sources) words.emplace_back(to_string(source));
  return words;
}

std::string_view to_string(CompletionSource value) {
  switch (value) {
    case CompletionSource::confirmed:
      return "confirmed";
    case CompletionSource::completed:
      return "completed";
    case CompletionSource::delivery:
      return "delivery";
    case CompletionSource::closes:
      return "closes";
  }
  return {};
}

std::string_view to_string(Escalation value) {
  switch (value) {
    case Escalation::none:
      return "none";
    case Escalation::manual:
      return "manual";
    case Escalation::automatic:
      return "automatic";
  }
  return {};
}

std::string_view to_string(Action value) {
  switch (value) {
    case Action::none:
      return "none";
    case Action::add_evidence:
      return "add_evidence";
    case Action::inspect_and_close:
      return "inspect_and_close";
    case Action::escalate:
      return "escalate";
    case Action::wait_for_seller:
      return "wait_for_seller";
    case Action::wait_for_ruling:
      return "wait_for_ruling";
    case Action::send_back:
      return "send_back";
    case Action::settle_with_seller:
      return "settle_with_seller";
    case Action::open_dispute:
      return "open_dispute";
    case Action::inspect:
      return "inspect";
    case Action::confirm:
      return "confirm";
    case Action::collect:
      return "collect";
    case Action::check_cancellation:
      return "check_cancellation";
    case Action::check_delivery:
      return "check_delivery";
    case Action::check_refund:
      return "check_refund";
    case Action::ask_bank:
      return "ask_bank";
    case Action::contact_seller:
      return "contact_seller";
    case Action::wait_for_shipment:
      return "wait_for_shipment";
    case Action::request_extension:
      return "request_extension";
    case Action::check_tracking:
      return "check_tracking";
    case Action::wait_for_delivery:
      return "wait_for_delivery";
  }
  return {};
}

std::string_view to_string(Urgency value) {
  switch (value) {
    case Urgency::critical:
      return "critical";
    case Urgency::soon:
      return "soon";
    case Urgency::routine:
      return "routine";
    case Urgency::none:
      return "none";
  }
  return {};
}

}  // namespace aliprotect
