#pragma once

#include <optional>
#include <vector>

#include "commands/listing.h"

namespace aliprotect {

/// An order that is due, and the deadline for which it is.
struct DueOrder {
  Order order;
  Protection protection;
  Deadline deadline;
  bool lapsed = false;  ///< closed by itself; nothing is due any more
};

struct DueQuestion {
  Seconds within;
  std::vector<DeadlineKind> kinds;  ///< none: all
  std::optional<Seconds> lapsed;    ///< also those that closed by themselves so long ago at most
};

/// The orders with a deadline in now < at <= now + within, soonest first, ties by order number. An
/// order is named once, for its soonest deadline; `closes` stands for a deadline at the same
/// instant (domain 10).
std::vector<DueOrder> find_due(Context& context, Store& store, const DueQuestion& question);

/// Prints them, with the money at risk below.
void print_due(Context& context, const std::vector<DueOrder>& orders);

/// `due`'s default: the marketplace's own reminder comes 4 to 3 days before the end and is never
/// relied on.
inline constexpr Days due_within{4};

}  // namespace aliprotect
