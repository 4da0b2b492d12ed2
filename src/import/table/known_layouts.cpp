#include "import/table/known_layouts.h"

#include <algorithm>

#include "import/text/folded_name.h"

namespace aliprotect {
namespace {

/// `is: month-first`
void set_property(TableLayout& layout, std::string_view property, const VocabularyLine& line) {
  if (property == "month-first") {
    layout.dates = DateOrder::month_first;
  } else if (property == "totals-rows") {
    layout.has_totals_rows = true;
  } else if (property == "undoubled-quotes") {
    layout.is_badly_quoted = true;
  } else if (property == "unquoted") {
    layout.is_unquoted = true;
  } else {
    throw VocabularyError(line, "unknown property of a layout");
  }
}

TableLayout layout_from(const VocabularySection& section) {
  TableLayout layout{.header = section.header, .columns = {}};
  for (const VocabularyLine& line : section.lines) {
    const auto [name, value] = key_and_value(line);
    if (name == "is") {
      set_property(layout, value, line);
      continue;
    }
    const auto role = role_from_string(value);
    if (!role) throw VocabularyError(line, "unknown role of a column");
    layout.columns.push_back({folded_name(name), *role, line});
  }
  return layout;
}

const std::vector<TableLayout>& layouts() {
  static const auto known = read_layouts(vocabulary_files());
  return known;
}

bool fits(const TableLayout& layout, const std::vector<std::string>& names) {
  return std::all_of(layout.columns.begin(), layout.columns.end(), [&](const LayoutColumn& column) {
    return std::find(names.begin(), names.end(), column.name) != names.end();
  });
}

}  // namespace

std::vector<TableLayout> read_layouts(std::span<const EmbeddedFile> files) {
  std::vector<TableLayout> known;
  for (const VocabularySection& section : vocabulary_sections(files, "layout"))
    known.push_back(layout_from(section));
  return known;
}

const TableLayout* layout_of(const std::vector<std::string>& names) {
  const TableLayout* best = nullptr;
  for (const TableLayout& layout : layouts()) {
    const bool larger = !best || layout.columns.size() > best->columns.size();
    if (larger && fits(layout, names)) best = &layout;
  }
  return best;
}

const LayoutColumn* column_named(const TableLayout& layout, std::string_view name) {
  const auto& columns = layout.columns;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const LayoutColumn& each) { return each.name == name; });
  return found == columns.end() ? nullptr : &*found;
}

}  // namespace aliprotect
