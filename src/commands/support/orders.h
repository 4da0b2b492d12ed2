#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "commands/support/command.h"

namespace aliprotect {

/// An order by its id or its number.
using OrderRef = std::variant<OrderId, OrderNumber>;

/// Adds the argument `ORDER...` to a command.
Option& add_orders(Command& command, std::vector<std::string>& words);

/// Reads an order number as pages and people write it (import/text/page_number.h). Throws UserError
/// (usage).
OrderNumber read_typed_number(const std::string& word);

/// Reads the ORDER arguments: ids, order numbers, or the tracking number of an open order's parcel.
/// `-` reads the lines of standard input. Throws UserError for any other argument, or if several
/// open orders have the parcel.
std::vector<OrderRef> read_orders(Context& context, const std::vector<std::string>& words);

/// Calls `visit` for each recorded order with a parcel of that number.
void read_orders_with_parcel(Context& context, const std::string& tracking,
                             const std::function<void(const Order&)>& visit);

/// Returns `no order with id 3 found; …`, or `no order ever had id 3; …`.
UserError not_recorded(const OrderRef& ref);
UserError never_recorded(const OrderRef& ref);

/// Returns the orders that `refs` name, without duplicates, from a Store or a change of it. Throws
/// UserError if one is not recorded.
template <typename Finder>
std::vector<Order> orders_named(Finder& in, const std::vector<OrderRef>& refs);

}  // namespace aliprotect
