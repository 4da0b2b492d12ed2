#include "rules/figures.h"

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

void Figures::add(const AssessedOrder& of) {
  all.add(of.order);
  if (of.protection.at_risk) at_risk.add(of.order);
  arrivals.add(arrival_of(of.order, of.protection.clocks, of.now));
  disputes.add(of.order);
}

}  // namespace aliprotect
