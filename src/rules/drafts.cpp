#include "rules/drafts.h"

#include <algorithm>

namespace aliprotect {
namespace {

std::optional<Refusal> against_finished(const AssessedOrder& of) {
  if (auto end = against_change_after_end(of.order, AfterEnd::anything_else)) return end;
  if (of.protection.status != Status::auto_closed) return std::nullopt;
  return Refusal{"protection ended on {} and the order closed by itself: nothing can be asked for",
                 {*of.protection.clocks.last_chance}};
}

bool anything_came(const Order& order) {
  return std::any_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& parcel) { return parcel.delivered_at.has_value(); });
}

/// Whoever has inspected goods cannot write that nothing came.
std::optional<Refusal> against_unclear_arrival(const Order& order) {
  if (!order.inspection || anything_came(order)) return std::nullopt;
  return Refusal{"the goods are recorded as inspected, but not as delivered; `deliver` does that",
                 {}};
}

/// No refund is asked for goods that have come, unless they are bad.
std::optional<Refusal> against_claim(const AssessedOrder& of) {
  if (auto unclear = against_unclear_arrival(of.order)) return unclear;
  const std::optional<Instant> delivered = of.protection.clocks.delivered;
  if (!delivered) return std::nullopt;
  if (of.order.inspection == Inspection::good) {
    return Refusal{"the goods came on {} and are good; `inspect --bad` corrects that",
                   {*delivered}};
  }
  const Dispute* dispute = open_dispute(of.order);
  if (dispute && dispute->reason == Reason::not_received) {
    return Refusal{
        "the goods came on {}, and the dispute is for not receiving them; `dispute cancel` it, or "
        "`dispute amend --reason not-as-described` where they are bad",
        {*delivered}};
  }
  if (dispute || of.order.inspection == Inspection::bad) return std::nullopt;
  return Refusal{"the goods came on {} and are not known to be bad; `inspect --bad` records that",
                 {*delivered}};
}

std::optional<Refusal> against_extension(const AssessedOrder& of) {
  const Clocks& clocks = of.protection.clocks;
  if (open_dispute(of.order)) return against_extension_request(of.order, clocks, of.now);
  if (auto unclear = against_unclear_arrival(of.order)) return unclear;
  if (!clocks.delivered) return std::nullopt;
  return Refusal{"the goods came on {}, and an extension is for goods on their way",
                 {*clocks.delivered}};
}

std::optional<Refusal> against_return(const AssessedOrder& of) {
  if (auto end = against_change_after_end(of.order, AfterEnd::goods_return)) return end;
  if (auto refused = against_goods_return(of.order)) return refused;
  if (return_outstanding(of.order)) return std::nullopt;
  return Refusal{
      "nothing is to be sent back; `dispute resolve --outcome refunded --return-by WHEN` records "
      "what is",
      {}};
}

/// There is no second dispute after one that had its outcome (domain 8).
std::optional<Refusal> against_second_dispute(const AssessedOrder& of) {
  const bool had_outcome =
      std::any_of(of.order.disputes.begin(), of.order.disputes.end(),
                  [](const Dispute& dispute) { return dispute.outcome.has_value(); });
  if (!had_outcome || open_dispute(of.order)) return std::nullopt;
  return against_opening_dispute(of.order, of.protection.clocks, of.now);
}

std::optional<Refusal> first_against(Draft kind, const AssessedOrder& of) {
  if (kind == Draft::return_address) return against_return(of);
  if (auto finished = against_finished(of)) return finished;
  if (kind == Draft::escalation) {
    if (auto closed = against_dispute_change(of.order)) return closed;
    return against_claim(of);
  }
  if (auto unshipped = against_delivery(of.order)) return unshipped;
  if (kind == Draft::extension) return against_extension(of);
  if (auto second = against_second_dispute(of)) return second;
  return against_claim(of);
}

std::optional<Refusal> untimely_extension(const AssessedOrder& of) {
  const std::optional<Window> advised = of.protection.clocks.extension;
  if (!advised || advised->contains(of.now)) return std::nullopt;
  if (of.now < advised->from) {
    return Refusal{"an extension is best asked for from {} until {}",
                   {advised->from, *advised->until}};
  }
  if (auto ended = against_extension_request(of.order, of.protection.clocks, of.now)) return ended;
  return Refusal{
      "an extension was best asked for until {}: now the seller can cancel it at the last minute, "
      "so think of a dispute",
      {*advised->until}};
}

std::optional<Refusal> untimely_dispute(const AssessedOrder& of) {
  const bool unknown = !of.protection.clocks.shipped;
  if (unknown || open_dispute(of.order)) return std::nullopt;
  return against_opening_dispute(of.order, of.protection.clocks, of.now);
}

std::optional<Refusal> untimely_return(const AssessedOrder& of) {
  const Dispute* dispute = current_dispute(of.order);
  if (!dispute || !dispute->return_by || of.now < *dispute->return_by) return std::nullopt;
  return Refusal{"the goods had to be sent back by {}", {*dispute->return_by}, true, Bound::end};
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

std::optional<Refusal> against_draft(Draft kind, const AssessedOrder& of) {
  std::optional<Refusal> refusal = first_against(kind, of);
  if (refusal) refusal->forceable = false;
  return refusal;
}

std::optional<Refusal> untimely(Draft kind, const AssessedOrder& of) {
  switch (kind) {
    case Draft::extension:
      return untimely_extension(of);
    case Draft::dispute:
      return untimely_dispute(of);
    case Draft::escalation:
      return against_escalating(of.order, of.policy, of.now);
    case Draft::return_address:
      return untimely_return(of);
  }
  return std::nullopt;
}

}  // namespace aliprotect
