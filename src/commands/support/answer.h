#pragma once

#include <string>
#include <vector>

#include "commands/support/context.h"

namespace aliprotect {

/// Prints one order as an object, or several as a list, in the run's format; a table where that is
/// asked for.
void print_orders(Context& context, const std::vector<Order>& orders);

/// What was done to an order: `added`, `shipped`, …
struct Done {
  std::string what;
  Order order;
};

/// Answers a change with what now holds of each order: its status, the next deadline and the next
/// step. Silent under --quiet.
void answer(Context& context, const std::vector<Done>& changes);

/// `in transit; closes Thu 2026-12-03 23:00, in 13 d 10 h`.
std::string what_now_holds(Context& context, const Order& order);

/// Answers a removal: the orders as they were.
void answer_removed(Context& context, const std::vector<Order>& orders);

/// Warns about facts that are accepted but look like a mistake: a closing date already past,
/// protection longer than the rule set knows, an unusual order number (domain 2, 5, 8).
void warn_about(Context& context, const Order* before, const Order& after);

}  // namespace aliprotect
