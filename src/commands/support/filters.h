#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"
#include "commands/support/listing.h"

namespace aliprotect {

/// Which orders `list` and `export` are about.
struct FilterOptions {
  std::vector<std::string> statuses;
  std::optional<std::string> seller, client, tag, account, search;
  std::optional<std::string> closes_before, closes_after, ordered_before, ordered_after;

  bool operator==(const FilterOptions&) const = default;
};

void add_filters(Command& command, FilterOptions& options);

/// Narrows a listing without filters to the open orders.
void want_open(Context& context, Listing& listing);

/// Open orders, unless a filter names statuses: then these.
Listing open_unless_statuses(Context& context, const FilterOptions& options);

/// Narrows `listing` to what the filters let through; of what an order means they look at clocks
/// and status alone. Throws UserError (usage).
void apply_filters(Context& context, const FilterOptions& options, Listing& listing);

}  // namespace aliprotect
