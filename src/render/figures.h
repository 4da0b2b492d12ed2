#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/output.h"
#include "render/style.h"
#include "rules/groups.h"

namespace aliprotect {

/// Prints the statistics of all orders, and a table by status.
void print_figures_page(const Figures& all, const std::vector<Group>& statuses, const Style& style,
                        Output& out);

/// A formatted value of a group, with its column header.
struct NamedFigure {
  std::string name;
  std::string text;  ///< empty if there is nothing to show
};

/// Returns the values in the order of the table's columns.
std::vector<NamedFigure> format_figures(const Figures& figures);

/// Prints one row per group. `key` is the header of the names, such as `seller`.
void print_group_table(std::string_view key, const std::vector<Group>& groups, const Style& style,
                       Output& out);

/// Prints one row per group as CSV. The columns have the names of the JSON keys.
void print_group_csv(std::string_view key, const std::vector<Group>& groups, const Style& style,
                     Output& out);

}  // namespace aliprotect
