#include "import/merge/mailed_facts.h"

#include <algorithm>

#include "core/least.h"
#include "import/text/tracking_number.h"

namespace aliprotect {
namespace {

template <typename Value>
bool is_among(const std::vector<Value>& values, const Value& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Sets a value that the new mails state, unless another one was recorded by other means.
template <typename Value>
void update_value(const std::optional<Value>& before, const std::optional<Value>& after,
                  std::optional<Value>& recorded) {
  if (before != after && (!recorded || recorded == before)) recorded = after;
}

/// A page prints the day of shipment in US Pacific time. That day may end up to 36 hours after the
/// mail.
constexpr Seconds same_shipment{36 * 3'600};

Seconds distance(Instant a, Instant b) { return a < b ? b - a : a - b; }

/// Matches shipments to the recorded parcels; each parcel has one shipment.
class Shipments {
 public:
  /// `earlier` has the parcels as the mails known before stated them.
  Shipments(const std::vector<Parcel>& earlier, std::vector<Parcel>& parcels)
      : earlier_(earlier), parcels_(parcels), is_taken_(parcels.size(), false) {}

  /// Adds parcels for shipments that match none, except those among `known`: they were applied
  /// before, and the user has changed their parcels since.
  void add(std::vector<Instant> shipments, const std::vector<Instant>& known) {
    for (const Seconds most : {same_mail, same_shipment})
      std::erase_if(shipments, [&](Instant at) { return take_recorded(at, most); });
    for (const Instant at : shipments) {
      if (!is_among(known, at)) add(at);
    }
  }

 private:
  bool take_recorded(Instant at, Seconds most) {
    for (std::size_t i = 0; i < is_taken_.size(); ++i) {
      const auto& shipped_at = parcels_[i].shipped_at;
      if (is_taken_[i] || !shipped_at || distance(*shipped_at, at) > most) continue;
      is_taken_[i] = true;
      return true;
    }
    return false;
  }

  /// Sets the shipment of a parcel for which none is recorded, or a later one that mails about a
  /// parcel under way stated. Any other later date stays. Without such a parcel, adds one.
  void add(Instant at) {
    for (std::size_t i = 0; i < is_taken_.size(); ++i) {
      auto& shipped_at = parcels_[i].shipped_at;
      if (is_taken_[i] || (shipped_at && *shipped_at < at)) continue;
      if (!shipped_at || is_from_mail(*shipped_at)) shipped_at = at;
      is_taken_[i] = true;
      return;
    }
    parcels_.emplace_back().shipped_at = at;
    is_taken_.push_back(true);
  }

  bool is_from_mail(Instant shipped_at) const {
    return std::any_of(earlier_.begin(), earlier_.end(),
                       [&](const Parcel& parcel) { return parcel.shipped_at == shipped_at; });
  }

  const std::vector<Parcel>& earlier_;
  std::vector<Parcel>& parcels_;
  std::vector<bool> is_taken_;
};

/// A tracking number belongs to the first parcel without one that was shipped before.
void add_parcel(const MailedParcel& mailed, std::vector<Parcel>& parcels) {
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
void add_claim(const MailedDelivery& delivery, std::vector<Parcel>& parcels) {
  for (Parcel& parcel : parcels) {
    const bool is_meant =
        delivery.tracking.empty() ||
        std::any_of(delivery.tracking.begin(), delivery.tracking.end(), [&](const auto& tracking) {
          return parcel.tracking && same_tracking(parcel.tracking, tracking);
        });
    const bool is_possible = !parcel.shipped_at || *parcel.shipped_at <= delivery.at;
    if (is_meant && is_possible)
      keep_least(parcel.claimed_delivered_at, std::optional(delivery.at));
  }
}

/// Without a mail about the shipment, the first mail about a parcel under way dates it. `before` is
/// the time of the first such mail known before.
void add_under_way(const std::optional<Instant>& before, const std::optional<Instant>& after,
                   std::vector<Parcel>& parcels) {
  if (!after || after == before) return;
  if (parcels.empty()) parcels.emplace_back();
  const bool is_shipped = std::any_of(parcels.begin(), parcels.end(), [&](const Parcel& each) {
    return each.shipped_at && each.shipped_at != before;
  });
  if (!is_shipped) parcels.front().shipped_at = after;
}

/// Adds to the parcels what the new mails state of them. `earlier` has the parcels as the mails
/// known before stated them.
void merge_parcels(const MailedUpdate& update, const std::vector<Parcel>& earlier,
                   std::vector<Parcel>& parcels) {
  const auto& [before, after] = update;
  Shipments(earlier, parcels).add(after.shipments, before.shipments);
  if (after.shipments.empty()) add_under_way(before.under_way, after.under_way, parcels);
  for (const MailedParcel& parcel : after.parcels) {
    if (!is_among(before.parcels, parcel)) add_parcel(parcel, parcels);
  }
  for (const MailedDelivery& delivery : after.deliveries) {
    if (!is_among(before.deliveries, delivery)) add_claim(delivery, parcels);
  }
}

std::vector<Parcel> parcels_of(const MailedFacts& facts) {
  std::vector<Parcel> parcels;
  merge_parcels({{}, facts}, {}, parcels);
  return parcels;
}

/// Parcels of which only mails are known become what all mails together state.
void update_parcels(const MailedUpdate& update, std::vector<Parcel>& recorded) {
  const std::vector<Parcel> before = parcels_of(update.before);
  std::vector<Parcel> after = parcels_of(update.after);
  if (before == after) return;
  if (recorded == before) {
    recorded = std::move(after);
  } else {
    merge_parcels(update, before, recorded);
  }
}

}  // namespace

void apply_mailed_facts(const MailedUpdate& change, Order& order) {
  const auto& [before, after] = change;
  update_value(before.title, after.title, order.title);
  update_value(before.price, after.price, order.price);
  update_value(before.ordered_at, after.ordered_at, order.ordered_at);
  update_parcels(change, order.parcels);
  for (const MailedDispute& dispute : after.disputes) {
    if (!is_among(before.disputes, dispute)) add_dispute(dispute, order);
  }
  if (before.completion_notice_at != after.completion_notice_at)
    keep_least(order.completion_notice_at, after.completion_notice_at);
  if (before.completed_at != after.completed_at) keep_least(order.completed_at, after.completed_at);
}

}  // namespace aliprotect
