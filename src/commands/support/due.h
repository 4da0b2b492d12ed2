#pragma once

#include <list>
#include <optional>
#include <vector>

#include "commands/support/listing.h"

namespace aliprotect {

/// An order that is due, its assessment, and the deadline.
struct DueOrder {
  Order order;
  Protection protection;
  Deadline deadline;
  bool lapsed = false;  ///< closed automatically, so nothing is due
};

/// A std::list, because orders are large and are sorted.
using DueOrders = std::list<DueOrder>;

struct DueQuestion {
  Seconds within;
  std::vector<DeadlineKind> kinds;  ///< empty: all
  std::optional<Seconds> lapsed;    ///< also orders that closed automatically within this time
};

/// Returns the orders with a deadline in now < at <= now + within, soonest first, ties by order
/// number. Each order is returned once, with its soonest deadline; if `deadline` and `closes` are
/// at the same instant, with `closes`.
DueOrders find_due(Context& context, Store& store, const DueQuestion& question);

/// Prints the orders, and the money at risk below.
void print_due(Context& context, const DueOrders& orders);

/// The default of `--within`. AliExpress sends its own reminder 4 to 3 days before the end, but it
/// cannot be relied on.
inline constexpr Days due_within{4};

}  // namespace aliprotect
