#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"
#include "import/text/printed_day.h"
#include "import/text/vocabulary.h"

namespace aliprotect {

struct LayoutColumn {
  std::string name;  ///< folded
  Role role;
  VocabularyLine line;
};

/// A table that a known program writes (data/import/layouts.txt).
struct TableLayout {
  VocabularyLine header;
  std::vector<LayoutColumn> columns;
  DateOrder dates = DateOrder::unknown;
  bool has_totals_rows = false;
  bool is_badly_quoted = false;
  bool is_unquoted = false;
};

/// Reads the layouts in `files`. Throws VocabularyError.
std::vector<TableLayout> read_layouts(std::span<const EmbeddedFile> files);

/// Returns the layout of data/import whose columns are all among `names` (folded). If there are
/// several, returns the one with the most columns; if none, null.
const TableLayout* layout_of(const std::vector<std::string>& names);

/// Returns null if the layout has no column with this name (folded).
const LayoutColumn* column_named(const TableLayout& layout, std::string_view name);

}  // namespace aliprotect
