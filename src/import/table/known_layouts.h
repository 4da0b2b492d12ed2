#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"
#include "import/text/printed_day.h"

namespace aliprotect {

struct LayoutColumn {
  std::string_view name;  ///< folded
  Role role;
};

/// A table that a known program writes.
struct TableLayout {
  std::span<const LayoutColumn> columns;
  DateOrder dates = DateOrder::unknown;
  bool has_totals_rows = false;
  bool is_badly_quoted = false;
  bool is_unquoted = false;
};

/// The layout all of whose columns are among `names` (folded): the one with the most, where there
/// are several. Null where there is none.
const TableLayout* layout_of(const std::vector<std::string>& names);

/// Null where the layout has no column of that name (folded).
const LayoutColumn* column_named(const TableLayout& layout, std::string_view name);

}  // namespace aliprotect
