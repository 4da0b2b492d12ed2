#include "rules/drafts.h"

#include <algorithm>

namespace aliprotect {
namespace {

std::optional<Refusal> check_not_finished(Draft kind, const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  const AfterEnd change = kind == Draft::dispute ? AfterEnd::dispute : AfterEnd::anything_else;
  if (auto end = check_change_after_end(of.order, clocks, change, of.now)) return end;
  if (of.protection.status != Status::auto_closed) return std::nullopt;
  return Refusal{
      "protection ended on {} and the order closed automatically: nothing can be claimed",
      {*clocks.last_chance}};
}

bool anything_came(const Order& order) {
  return std::any_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& parcel) { return parcel.delivered_at.has_value(); });
}

/// An inspection contradicts a message that nothing arrived.
std::optional<Refusal> check_recorded_arrival(const Order& order) {
  if (!order.inspection || anything_came(order)) return std::nullopt;
  return Refusal{
      "the goods are recorded as inspected but not as delivered; record that with `deliver`", {}};
}

/// Delivered goods justify a refund only if they are bad.
std::optional<Refusal> check_claim(const AssessedOrder& of) {
  if (auto unclear = check_recorded_arrival(of.order)) return unclear;
  const std::optional<Instant> delivered = of.protection.clocks.delivered;
  if (!delivered) return std::nullopt;
  if (of.order.inspection == Inspection::good) {
    return Refusal{"the goods arrived on {} and are good; correct that with `inspect --bad`",
                   {*delivered}};
  }
  const Dispute* dispute = open_dispute(of.order);
  if (dispute && dispute->reason == Reason::not_received) {
    return Refusal{
        "the goods arrived on {}, but the dispute says not received; use `dispute cancel`, or "
        "`dispute amend --reason not-as-described` if they are bad",
        {*delivered}};
  }
  if (dispute || of.order.inspection == Inspection::bad) return std::nullopt;
  return Refusal{
      "the goods arrived on {} and are not recorded as bad; record that with `inspect --bad`",
      {*delivered}};
}

std::optional<Refusal> check_extension(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (open_dispute(of.order)) return check_extension_request(of.order, clocks, of.now);
  if (auto unclear = check_recorded_arrival(of.order)) return unclear;
  if (!clocks.delivered) return std::nullopt;
  return Refusal{"the goods arrived on {}; an extension is only for goods on their way",
                 {*clocks.delivered}};
}

std::optional<Refusal> check_return(const AssessedOrder& of) {
  if (auto end =
          check_change_after_end(of.order, of.protection.clocks, AfterEnd::goods_return, of.now))
    return end;
  if (auto refused = check_goods_return(of.order)) return refused;
  if (return_outstanding(of.order)) return std::nullopt;
  return Refusal{
      "there is nothing to send back; record a return with `dispute resolve --outcome refunded "
      "--return-by WHEN`",
      {}};
}

/// A dispute with an outcome rules out a second one.
std::optional<Refusal> check_no_outcome(const AssessedOrder& of) {
  const bool had_outcome =
      std::any_of(of.order.disputes.begin(), of.order.disputes.end(),
                  [](const Dispute& dispute) { return dispute.outcome.has_value(); });
  if (!had_outcome || open_dispute(of.order)) return std::nullopt;
  return check_dispute_opening(of.order, of.protection.clocks, of.now);
}

std::optional<Refusal> first_problem(Draft kind, const AssessedOrder& of) {
  if (kind == Draft::return_address) return check_return(of);
  if (auto finished = check_not_finished(kind, of)) return finished;
  if (kind == Draft::escalation) {
    if (auto closed = check_dispute_change(of.order)) return closed;
    return check_claim(of);
  }
  if (auto unshipped = check_delivery(of.order)) return unshipped;
  if (kind == Draft::extension) return check_extension(of);
  if (auto second = check_no_outcome(of)) return second;
  return check_claim(of);
}

std::optional<Refusal> check_extension_timing(const AssessedOrder& of) {
  const std::optional<Window> advised = of.protection.clocks.extension;
  if (!advised || advised->contains(of.now)) return std::nullopt;
  if (of.now < advised->from) {
    return Refusal{"the best time to request an extension is from {} until {}",
                   {advised->from, *advised->until}};
  }
  if (auto ended = check_extension_request(of.order, of.protection.clocks, of.now)) return ended;
  return Refusal{
      "the best time to request an extension ended on {}; the seller can now cancel it at the last "
      "minute, so consider a dispute",
      {*advised->until}};
}

std::optional<Refusal> check_dispute_timing(const AssessedOrder& of) {
  const bool unknown = !of.protection.clocks.shipped;
  if (unknown || open_dispute(of.order)) return std::nullopt;
  return check_dispute_opening(of.order, of.protection.clocks, of.now);
}

std::optional<Refusal> check_return_timing(const AssessedOrder& of) {
  const Dispute* dispute = current_dispute(of.order);
  const std::optional<Instant> by =
      dispute && dispute->return_by ? dispute->return_by : of.protection.clocks.return_by;
  if (!by || of.now < *by) return std::nullopt;
  return Refusal{"the goods should have been sent back by {}", {*by}, true, Bound::end};
}

}  // namespace

std::string_view to_string(Draft kind) {
  switch (kind) {
    case Draft::extension:
      return "extension";
    case Draft::dispute:
      return "dispute";
    case Draft::escalation:
      return "escalation";
    case Draft::return_address:
      return "return_address";
  }
  return {};
}

std::optional<Refusal> check_draft(Draft kind, const AssessedOrder& of) {
  std::optional<Refusal> refusal = first_problem(kind, of);
  if (refusal) refusal->forceable = false;
  return refusal;
}

std::optional<Refusal> check_draft_timing(Draft kind, const AssessedOrder& of) {
  switch (kind) {
    case Draft::extension:
      return check_extension_timing(of);
    case Draft::dispute:
      return check_dispute_timing(of);
    case Draft::escalation:
      return check_escalation(of.order, of.policy, of.now);
    case Draft::return_address:
      return check_return_timing(of);
  }
  return std::nullopt;
}

}  // namespace aliprotect
