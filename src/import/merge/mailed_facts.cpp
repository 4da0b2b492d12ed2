#include "import/merge/mailed_facts.h"

#include <algorithm>

#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

template <typename Value>
void fill(std::optional<Value>& recorded, const std::optional<Value>& stated) {
  if (!recorded) recorded = stated;
}

void keep_earliest(std::optional<Instant>& recorded, const std::optional<Instant>& stated) {
  if (stated && (!recorded || *stated < *recorded)) recorded = stated;
}

/// Forwarded mails print their date without seconds.
constexpr Seconds same_mail{60};
/// A page prints the day of shipment in US Pacific time. That day may end up to 36 hours after the
/// mail.
constexpr Seconds same_shipment{36 * 3'600};

Seconds distance(Instant a, Instant b) { return a < b ? b - a : a - b; }

/// Matches shipments to the recorded parcels; each parcel has one shipment.
class Shipments {
 public:
  explicit Shipments(Order& order) : order_(order), is_taken_(order.parcels.size(), false) {}

  void add(std::vector<Instant> shipments) {
    for (const Seconds most : {same_mail, same_shipment})
      std::erase_if(shipments, [&](Instant at) { return take_recorded(at, most); });
    for (const Instant at : shipments) add(at);
  }

 private:
  bool take_recorded(Instant at, Seconds most) {
    for (std::size_t i = 0; i < is_taken_.size(); ++i) {
      const auto& shipped_at = order_.parcels[i].shipped_at;
      if (is_taken_[i] || !shipped_at || distance(*shipped_at, at) > most) continue;
      is_taken_[i] = true;
      return true;
    }
    return false;
  }

  /// Sets the shipment of a parcel for which none, or a later one, is recorded; otherwise adds a
  /// parcel.
  void add(Instant at) {
    for (std::size_t i = 0; i < is_taken_.size(); ++i) {
      auto& shipped_at = order_.parcels[i].shipped_at;
      if (is_taken_[i] || (shipped_at && *shipped_at < at)) continue;
      shipped_at = at;
      is_taken_[i] = true;
      return;
    }
    order_.parcels.emplace_back().shipped_at = at;
    is_taken_.push_back(true);
  }

  Order& order_;
  std::vector<bool> is_taken_;
};

/// A tracking number belongs to the first parcel without one that was shipped before.
void add_parcel(const MailedParcel& mailed, Order& order) {
  auto& parcels = order.parcels;
  const bool is_known = std::any_of(parcels.begin(), parcels.end(), [&](const Parcel& parcel) {
    return parcel.tracking && same_tracking(parcel.tracking, mailed.tracking);
  });
  if (is_known) return;
  const auto unnumbered = std::find_if(parcels.begin(), parcels.end(), [&](const Parcel& parcel) {
    return !parcel.tracking &&
           (!parcel.shipped_at || *parcel.shipped_at <= mailed.at + same_shipment);
  });
  Parcel& parcel = unnumbered == parcels.end() ? parcels.emplace_back() : *unnumbered;
  parcel.tracking = mailed.tracking;
  if (!parcel.shipped_at) parcel.shipped_at = mailed.at;
}

/// A dispute that was recorded by hand may differ by a day.
void add_dispute(const MailedDispute& mailed, Order& order) {
  const bool is_known =
      std::any_of(order.disputes.begin(), order.disputes.end(), [&](const Dispute& dispute) {
        return distance(dispute.opened_at, mailed.opened_at) <= same_shipment || dispute.is_open();
      });
  if (is_known) return;
  Dispute& dispute = order.disputes.emplace_back();
  dispute.opened_at = mailed.opened_at;
  dispute.want = mailed.want;
  if (mailed.want == Want::return_goods) dispute.reason = Reason::not_as_described;
}

/// The earliest report counts; reports from before the shipment are ignored.
void add_claim(const MailedDelivery& delivery, Order& order) {
  for (Parcel& parcel : order.parcels) {
    const bool is_meant =
        delivery.tracking.empty() ||
        std::any_of(delivery.tracking.begin(), delivery.tracking.end(), [&](const auto& tracking) {
          return parcel.tracking && same_tracking(parcel.tracking, tracking);
        });
    const bool is_possible = !parcel.shipped_at || *parcel.shipped_at <= delivery.at;
    if (is_meant && is_possible) keep_earliest(parcel.claimed_delivered_at, delivery.at);
  }
}

}  // namespace

void apply_mailed_facts(const MailedFacts& facts, Order& order) {
  fill(order.title, facts.title);
  fill(order.price, facts.price);
  fill(order.ordered_at, facts.ordered_at);
  Shipments(order).add(facts.shipments);
  for (const MailedParcel& parcel : facts.parcels) add_parcel(parcel, order);
  for (const MailedDispute& dispute : facts.disputes) add_dispute(dispute, order);
  if (facts.under_way && order.parcels.empty()) order.parcels.emplace_back();
  const bool is_shipped =
      std::any_of(order.parcels.begin(), order.parcels.end(),
                  [](const Parcel& each) { return each.shipped_at.has_value(); });
  if (facts.under_way && !is_shipped) order.parcels.front().shipped_at = facts.under_way;
  for (const MailedDelivery& delivery : facts.deliveries) add_claim(delivery, order);
  keep_earliest(order.completion_notice_at, facts.completion_notice_at);
  keep_earliest(order.completed_at, facts.completed_at);
}

}  // namespace aliprotect
