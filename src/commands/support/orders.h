#pragma once

#include <string>
#include <variant>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect {

/// How the command line names an order: by id or by order number.
using OrderRef = std::variant<OrderId, OrderNumber>;

/// Adds the argument `ORDER...` to a command.
Option& add_orders(Command& command, std::vector<std::string>& words);

/// Reads the ORDER arguments; `-` reads the lines of standard input. Throws UserError (usage).
std::vector<OrderRef> read_orders(Context& context, const std::vector<std::string>& words);

/// Returns `no order with id 3 found; …`, or `no order ever had id 3; …`.
UserError not_recorded(const OrderRef& ref);
UserError never_recorded(const OrderRef& ref);

/// Returns the orders that `refs` name, without duplicates, from a Store or a change of it. Throws
/// UserError if one is not recorded.
template <typename Finder>
std::vector<Order> orders_named(Finder& in, const std::vector<OrderRef>& refs);

}  // namespace aliprotect
