#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"

namespace aliprotect {

/// Prints orders in the run's format. In JSON, a single order is an object, not an array.
void print_orders(Context& context, const std::vector<Order>& orders);

/// What was done (`added`, `shipped`), and the changed order.
struct Done {
  std::string what;
  Order order;
};

/// Prints what was done, and the new status, next deadline and next step. Prints nothing with
/// --quiet.
void answer(Context& context, const std::vector<Done>& changes);

/// Returns `in transit; closes Thu 2026-12-03 23:00, in 13 d 10 h`.
std::string format_state(Context& context, const Order& order);

/// Prints the removed orders.
void answer_removed(Context& context, const std::vector<Order>& orders);

/// Warns about accepted facts that look like a mistake: a closing date in the past, protection
/// longer than the rule set's maximum, an unusual order number. `before` is null for a new order.
void warn_about(Context& context, const Order* before, const Order& after);

}  // namespace aliprotect
