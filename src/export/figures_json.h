#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/groups.h"

namespace aliprotect {

/// Appends the statistics of a group as an object, with its name under `key`; see docs/figures.md.
void write_group_json(std::string& out, std::string_view key, const Group& group);

/// Appends the statistics of all orders as an object, with the orders and prices of each status.
void write_stats_json(std::string& out, const Figures& all, const std::vector<Group>& statuses);

}  // namespace aliprotect
