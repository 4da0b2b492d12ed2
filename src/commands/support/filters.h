#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/support/command.h"
#include "commands/support/listing.h"

namespace aliprotect {

/// The filter options.
struct FilterOptions {
  std::vector<std::string> statuses;
  std::optional<std::string> seller, client, tag, account, search;
  std::optional<std::string> closes_before, closes_after, ordered_before, ordered_after;

  bool operator==(const FilterOptions&) const = default;
};

void add_filters(Command& command, FilterOptions& options);

/// Narrows `listing` to open orders. Must be called before `apply_filters`.
void want_open(Context& context, Listing& listing);

/// Returns the filtered listing; only open orders unless `--status` is given.
Listing open_unless_statuses(Context& context, const FilterOptions& options);

/// Narrows `listing` to orders that match the filters, which use only clocks and status of an
/// assessment. Throws UserError (usage).
void apply_filters(Context& context, const FilterOptions& options, Listing& listing);

}  // namespace aliprotect
