#include "rules/figures.h"

#include <algorithm>

namespace aliprotect {

std::optional<Money> refund_of(const Dispute& dispute, const Order& order) {
  if (dispute.refund) return dispute.refund;
  return dispute.outcome == Outcome::refunded ? order.price : std::nullopt;
}

Arrival arrival_of(const Order& order, const Clocks& clocks, Instant now) {
  if (order.cancelled_at || order.parcels.empty() || !clocks.deadline) return Arrival::undecided;
  if (clocks.delivered) {
    return *clocks.delivered > *clocks.deadline ? Arrival::late : Arrival::on_time;
  }
  if (order.confirmed_at) {  // the goods arrived before that, at an unknown time
    return *order.confirmed_at <= *clocks.deadline ? Arrival::on_time : Arrival::undecided;
  }
  return now < *clocks.deadline ? Arrival::undecided : Arrival::late;
}

void ArrivalFigures::add(Arrival arrival) {
  if (arrival == Arrival::undecided) return;
  ++decided;
  if (arrival == Arrival::late) ++late;
}

void DisputeFigures::add(const Order& order) {
  for (const Dispute& dispute : order.disputes) {
    ++opened;
    if (!dispute.outcome) continue;
    ++decided;
    if (*dispute.outcome == Outcome::rejected) continue;
    ++won;
    if (const auto refund = refund_of(dispute, order)) {
      add_to(refunds, *refund);
    } else {
      ++without_amount;
    }
  }
}

bool is_report_disputed(const Parcel& parcel, const Order& order) {
  const auto& reported = parcel.claimed_delivered_at;
  if (!reported) return false;
  return std::any_of(order.disputes.begin(), order.disputes.end(), [&](const Dispute& dispute) {
    return dispute.reason == Reason::not_received && dispute.opened_at >= *reported &&
           (!parcel.delivered_at || dispute.opened_at < *parcel.delivered_at);
  });
}

void ReportFigures::add(const Order& order) {
  const auto& parcels = order.parcels;
  const bool reported = std::any_of(parcels.begin(), parcels.end(), [](const Parcel& parcel) {
    return parcel.claimed_delivered_at.has_value();
  });
  const bool disputed = std::any_of(parcels.begin(), parcels.end(), [&](const Parcel& parcel) {
    return is_report_disputed(parcel, order);
  });
  if (reported) ++orders;
  if (disputed) ++wrong;
}

void Figures::add(const AssessedOrder& of) {
  all.add(of.order);
  if (of.protection.at_risk) at_risk.add(of.order);
  arrivals.add(arrival_of(of.order, of.protection.clocks, of.now));
  disputes.add(of.order);
  reports.add(of.order);
  if (of.order.completed_at) ++completed_by_site;
}

}  // namespace aliprotect
