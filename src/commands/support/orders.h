#pragma once

#include <string>
#include <variant>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect {

/// An order as the command line names it: by id or by order number.
using OrderRef = std::variant<OrderId, OrderNumber>;

/// Declares `ORDER...` of a command.
Option& add_orders(Command& command, std::vector<std::string>& words);

/// Reads ORDERs; `-` stands for the lines of standard input. Throws UserError (usage).
std::vector<OrderRef> read_orders(Context& context, const std::vector<std::string>& words);

/// `no order has the id 3; …`: for an ORDER that is not recorded, or never was.
UserError not_recorded(const OrderRef& ref);
UserError never_recorded(const OrderRef& ref);

/// The orders that `refs` name, in a Store or a change of it, each once. Throws UserError where one
/// is not recorded.
template <typename Finder>
std::vector<Order> orders_named(Finder& in, const std::vector<OrderRef>& refs);

}  // namespace aliprotect
