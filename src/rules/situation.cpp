#include "rules/situation.h"

#include <algorithm>

#include "rules/extensions.h"

namespace aliprotect {

bool Situation::seller_silent_or_refusing() const {
  return dispute->seller_answer == SellerAnswer::none ||
         dispute->seller_answer == SellerAnswer::refused;
}

bool Situation::seller_overdue() const {
  return policy.seller_answers && dispute->seller_answer == SellerAnswer::none &&
         now >= dispute->amended_at.value_or(dispute->opened_at) + *policy.seller_answers;
}

bool Situation::arrived_after_the_end() const {
  return clocks.delivered && dispute->closed_at && *clocks.delivered >= *dispute->closed_at;
}

bool Situation::extension_advised_now() const {
  const auto window = extension_advised(policy, clocks.closes);
  return window && window->contains(now);
}

bool Situation::extension_pending() const {
  return std::any_of(order.extensions.begin(), order.extensions.end(),
                     [](const Extension& e) { return e.status == ExtensionStatus::pending; });
}

bool Situation::extension_granted_in_window() const {
  const auto window = extension_advised(policy, clocks.closes);
  return std::any_of(order.extensions.begin(), order.extensions.end(), [&](const Extension& e) {
    return window && e.status == ExtensionStatus::granted && e.decided_at &&
           window->contains(*e.decided_at);
  });
}

bool Situation::trackable() const {
  return std::any_of(order.parcels.begin(), order.parcels.end(), [](const Parcel& parcel) {
    return !parcel.delivered_at && parcel.tracking && !parcel.untracked;
  });
}

bool Situation::without_numbers() const {
  return std::none_of(order.parcels.begin(), order.parcels.end(), [](const Parcel& parcel) {
    return !parcel.delivered_at && (parcel.tracking || parcel.untracked);
  });
}

bool Situation::delivery_unconfirmed() const {
  const bool on_its_way = status == Status::awaiting_shipment || status == Status::in_transit ||
                          status == Status::ready_for_pickup;
  return on_its_way && is_delivery_reported(order, clocks);
}

bool Situation::delivery_claimed() const {
  return std::any_of(order.parcels.begin(), order.parcels.end(), [](const Parcel& parcel) {
    return parcel.claimed_delivered_at && !parcel.delivered_at;
  });
}

bool Situation::completed_before_dispute_ends() const {
  if (status == Status::confirmed) return is_unfinished(order, clocks, status, now);
  return status == Status::delivered && is_completed(clocks, now) && is_window_ahead(clocks, now);
}

std::optional<Instant> Situation::first_ahead(
    std::initializer_list<std::optional<Instant>> instants) const {
  std::optional<Instant> last_known;
  for (const std::optional<Instant>& at : instants) {
    if (!at) continue;
    if (now < *at) return at;
    last_known = std::max(last_known, at);
  }
  return last_known;
}

std::optional<Instant> Situation::closes_in_force() const {
  const auto completion = clocks.completion ? std::optional(clocks.completion->at) : std::nullopt;
  return first_ahead({completion, clocks.last_chance});
}

std::optional<Instant> Situation::before_closes(Days days) const {
  if (!clocks.closes) return std::nullopt;
  return *clocks.closes - days;
}

Urgency Situation::soon_or_critical(std::optional<Instant> by) const {
  return in_last(last_days, by) ? Urgency::critical : Urgency::soon;
}

}  // namespace aliprotect
