#include "aliprotect/order.h"

namespace aliprotect {

const Dispute* current_dispute(const Order& order) {
  const Dispute* current = nullptr;
  for (const Dispute& dispute : order.disputes) {
    // The last one recorded wins if two were opened in the same second.
    if (current == nullptr || dispute.opened_at >= current->opened_at) current = &dispute;
  }
  return current;
}

const Dispute* open_dispute(const Order& order) {
  const Dispute* const dispute = current_dispute(order);
  return dispute != nullptr && dispute->is_open() ? dispute : nullptr;
}

}  // namespace aliprotect
