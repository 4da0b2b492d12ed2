#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/groups.h"

namespace aliprotect {

/// Appends a group's figures as an object (docs/figures.md), its name under `key`.
void write_group_json(std::string& out, std::string_view key, const Group& group);

/// Appends the figures of all orders as an object, with the orders and prices of each status.
void write_stats_json(std::string& out, const Figures& all, const std::vector<Group>& statuses);

}  // namespace aliprotect
