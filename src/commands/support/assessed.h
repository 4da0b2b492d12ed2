#pragma once

#include <vector>

#include "commands/support/context.h"
#include "rules/assessed_order.h"

namespace aliprotect {

/// What an order means now, under the rule set that it lives under; valid as long as `order`.
inline AssessedOrder assessed(Context& context, const Order& order) {
  return {order, context.policies().of(order), context.now};
}

/// The same of each.
inline std::vector<AssessedOrder> assessed(Context& context, const std::vector<Order>& orders) {
  std::vector<AssessedOrder> all;
  for (const Order& order : orders) all.push_back(assessed(context, order));
  return all;
}

}  // namespace aliprotect
