#include "import/merge/recorded_ends.h"

#include <algorithm>

#include "aliprotect/protection.h"

namespace aliprotect {
namespace {

void keep_final_end(const Order& recorded, Order& order) {
  if (!recorded.confirmed_at && !recorded.cancelled_at) return;
  order.confirmed_at = recorded.confirmed_at;
  order.cancelled_at = recorded.cancelled_at;
}

/// Recorded disputes keep their positions; those of the file follow them.
void keep_outcomes(const Order& recorded, Order& order) {
  for (std::size_t i = 0; i < recorded.disputes.size(); ++i) {
    if (!recorded.disputes[i].outcome) continue;
    order.disputes[i].outcome = recorded.disputes[i].outcome;
    if (recorded.disputes[i].closed_at)
      order.disputes[i].closed_at = recorded.disputes[i].closed_at;
  }
  const Dispute* current = current_dispute(recorded);
  if (current && current->outcome) order.disputes.resize(recorded.disputes.size());
}

bool is_delivered(const Order& order) {
  return !order.parcels.empty() &&
         std::all_of(order.parcels.begin(), order.parcels.end(),
                     [](const Parcel& p) { return p.delivered_at.has_value(); });
}

void keep_delivery(const Order& recorded, Order& order) {
  if (!is_delivered(recorded)) return;
  const auto added = order.parcels.begin() + static_cast<std::ptrdiff_t>(recorded.parcels.size());
  order.parcels.erase(std::remove_if(added, order.parcels.end(),
                                     [](const Parcel& parcel) { return !parcel.delivered_at; }),
                      order.parcels.end());
}

void keep_decisions(const Order& recorded, Order& order) {
  for (std::size_t i = 0; i < recorded.extensions.size(); ++i) {
    const Extension& decided = recorded.extensions[i];
    if (decided.status == ExtensionStatus::pending) continue;
    if (order.extensions[i].status == ExtensionStatus::pending)
      order.extensions[i].status = decided.status;
  }
}

}  // namespace

bool keep_recorded_ends(const Order& recorded, Order& order) {
  if (order == recorded) return false;
  const Order stated = order;
  keep_final_end(recorded, order);
  keep_outcomes(recorded, order);
  keep_delivery(recorded, order);
  keep_decisions(recorded, order);
  return order != stated;
}

}  // namespace aliprotect
