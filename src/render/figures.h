#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/output.h"
#include "render/style.h"
#include "rules/groups.h"

namespace aliprotect {

/// Prints the figures of all orders for a person, and below them the statuses that occur.
void print_figures_page(const Figures& all, const std::vector<Group>& statuses, const Style& style,
                        Output& out);

/// A figure of a group, and the header it stands under.
struct NamedFigure {
  std::string name;
  std::string text;  ///< empty where there is nothing to tell
};

/// In the order of the table's columns.
std::vector<NamedFigure> figures_in_words(const Figures& figures);

/// Prints a row a group; `key` (`seller`) heads the names.
void print_group_table(std::string_view key, const std::vector<Group>& groups, const Style& style,
                       Output& out);

/// The same as CSV, the columns named by the keys of the JSON object.
void print_group_csv(std::string_view key, const std::vector<Group>& groups, const Style& style,
                     Output& out);

}  // namespace aliprotect
