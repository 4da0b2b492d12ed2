// The words of JSON and the command line for derived values.
#include "support/catch.h"
#include "support/order_builder.h"

using namespace aliprotect;

namespace {

template <typename Enum>
std::string words(std::initializer_list<Enum> values) {
  std::string all;
  for (const Enum value : values) all += (all.empty() ? "" : " ") + std::string(to_string(value));
  return all;
}

}  // namespace

TEST_CASE("the words of the statuses") {
  using enum Status;
  CHECK(words({cancelled, awaiting_shipment, in_transit, ready_for_pickup, delivered, in_dispute,
               escalated, resolved, confirmed, auto_closed}) ==
        "cancelled awaiting_shipment in_transit ready_for_pickup delivered in_dispute escalated "
        "resolved confirmed auto_closed");
}

TEST_CASE("the words of the deadlines") {
  using enum DeadlineKind;
  CHECK(words({ship_by, deadline, closes, auto_escalates, reason_change, evidence_due, pickup_by,
               return_by}) ==
        "ship_by deadline closes auto_escalates reason_change evidence_due pickup_by return_by");
}

TEST_CASE("the words of the actions, in the order of their first rows") {
  using enum Action;
  CHECK(words({add_evidence, inspect_and_close, escalate, wait_for_seller, wait_for_ruling,
               send_back, settle_with_seller, open_dispute, inspect, confirm, collect,
               check_cancellation, contact_seller, wait_for_shipment, request_extension,
               check_tracking, wait_for_delivery, none}) ==
        "add_evidence inspect_and_close escalate wait_for_seller wait_for_ruling send_back "
        "settle_with_seller open_dispute inspect confirm collect check_cancellation contact_seller "
        "wait_for_shipment request_extension check_tracking wait_for_delivery none");
}

TEST_CASE("the words of urgencies, escalations and sources of closes") {
  CHECK(words({Urgency::critical, Urgency::soon, Urgency::routine, Urgency::none}) ==
        "critical soon routine none");
  CHECK(words({Escalation::none, Escalation::manual, Escalation::automatic}) ==
        "none manual automatic");
  CHECK(words({ClosesSource::typed, ClosesSource::protection_days, ClosesSource::deadline}) ==
        "typed protection_days deadline");
}
