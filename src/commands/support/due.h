#pragma once

#include <list>
#include <optional>
#include <vector>

#include "commands/support/listing.h"

namespace aliprotect {

/// An order with a deadline soon, what it means now, and that deadline.
struct DueOrder {
  Order order;
  Protection protection;
  Deadline deadline;
  bool lapsed = false;  ///< closed by itself; nothing is due any more
};

/// A list, because they are large and get sorted.
using DueOrders = std::list<DueOrder>;

struct DueQuestion {
  Seconds within;
  std::vector<DeadlineKind> kinds;  ///< none: all
  std::optional<Seconds> lapsed;    ///< also those that closed by themselves so long ago at most
};

/// The orders with a deadline in now < at <= now + within, soonest first, ties by order number. An
/// order is named once, for its soonest deadline; `closes` stands for a deadline at the same
/// instant (domain 10).
DueOrders find_due(Context& context, Store& store, const DueQuestion& question);

/// Prints them, with the money at risk below.
void print_due(Context& context, const DueOrders& orders);

/// `due`'s default: the marketplace's own reminder comes 4 to 3 days before the end and is never
/// relied on.
inline constexpr Days due_within{4};

}  // namespace aliprotect
