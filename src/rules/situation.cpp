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
         now >= dispute->opened_at + *policy.seller_answers;
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
  return first_ahead({clocks.closes, clocks.last_chance});
}

std::optional<Instant> Situation::before_closes(Days days) const {
  if (!clocks.closes) return std::nullopt;
  return *clocks.closes - days;
}

Urgency Situation::soon_or_critical(std::optional<Instant> by) const {
  return by && now >= *by - last_days ? Urgency::critical : Urgency::soon;
}

}  // namespace aliprotect
