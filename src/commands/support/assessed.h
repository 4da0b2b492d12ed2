#pragma once

#include <vector>

#include "commands/support/context.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// Assesses the order now, under its rule set. The result refers to `order`.
inline AssessedOrder assessed(Context& context, const Order& order) {
  return {order, context.policies().of(order), context.now};
}

inline std::vector<AssessedOrder> assessed(Context& context, const std::vector<Order>& orders) {
  std::vector<AssessedOrder> all;
  for (const Order& order : orders) all.push_back(assessed(context, order));
  return all;
}

}  // namespace aliprotect
