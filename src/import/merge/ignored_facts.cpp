#include "import/merge/ignored_facts.h"

#include <algorithm>

namespace aliprotect {
namespace {

struct StatedClock {
  IgnoredFact fact;
  std::optional<Instant> at;
  std::optional<Instant> Clocks::*clock;
  bool is_computed;  ///< the patch has the facts from which the clock is derived
};

bool has_shipping_date(const OrderPatch& patch) {
  return patch.shipped_at ||
         std::any_of(patch.parcels.begin(), patch.parcels.end(),
                     [](const StatedParcel& parcel) { return parcel.shipped_at.has_value(); });
}

/// The clocks that do not depend on the rule set.
Clocks plain_clocks_of(const Order& order) { return clocks_of(order, Policy{}); }

/// Returns the clocks of an order that has only the facts of the patch.
Clocks clocks_within(const OrderPatch& patch) {
  Order order;
  apply_patch(patch, order);
  return plain_clocks_of(order);
}

}  // namespace

std::vector<IgnoredFact> ignored_facts(const OrderPatch& patch, const Order& order) {
  const bool closes_early = patch.undated_status && patch.undated_status->closed_by_itself;
  const bool has_parcels = !patch.parcels.empty();
  const bool is_computed = patch.closes.is_computed();
  const StatedClock stated[] = {
      {IgnoredFact::deadline, patch.deadline, &Clocks::deadline,
       patch.days && has_shipping_date(patch)},
      {is_computed ? IgnoredFact::computed_closes : IgnoredFact::extended_closes,
       closes_early ? std::nullopt : patch.closes.at, &Clocks::closes, is_computed},
      {IgnoredFact::shipped_at, patch.shipped_at, &Clocks::shipped, has_parcels},
      {IgnoredFact::delivered_at, patch.delivered_at, &Clocks::delivered, has_parcels}};
  std::vector<IgnoredFact> ignored = patch.ignored;
  if (patch.days && patch.days != order.days) ignored.push_back(IgnoredFact::days);
  const Clocks clocks = plain_clocks_of(order);
  std::optional<Clocks> within;
  for (const auto& [fact, at, clock, follows] : stated) {
    if (!at || at == clocks.*clock) continue;
    if (follows && !within) within = clocks_within(patch);
    if (!follows || at != *within.*clock) ignored.push_back(fact);
  }
  return ignored;
}

}  // namespace aliprotect
