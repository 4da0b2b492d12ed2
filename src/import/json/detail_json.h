#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"

namespace aliprotect {

/// A fact of an order page, as the cell of a column.
struct DetailCell {
  Role role;
  std::string text;
};

/// Reads the sections of an order page as AliExpress sends them to the browser, which an export
/// keeps as JSON in one cell: the number, the dates of order, shipment and end, and the labels of
/// data/import within texts. Throws RowError if it is not JSON.
std::vector<DetailCell> read_detail_json(std::string_view cell);

}  // namespace aliprotect
