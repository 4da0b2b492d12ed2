#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "import/json/page_order.h"
#include "import/merge/skipped_values.h"
#include "import/table/table_layout.h"
#include "import/text/page_date.h"

namespace aliprotect {

/// What the cells of a table mean where they leave it open.
struct CellReading {
  PageClock clock;
  std::optional<Currency> currency;  ///< of prices without one
  Instant now{};                     ///< of what is stated without its time
};

/// What a row of a table says of an order, or of one item of it.
struct PageRow {
  PageOrder order;
  SkippedValues skipped_values;
};

/// Reads the cells of a row; those beyond the header's mean nothing. Throws RowError.
PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& reading);

/// The order number of a row that cannot be read otherwise; empty where not even that can.
std::string number_of_row(const std::vector<std::string>& cells, const TableShape& shape);

}  // namespace aliprotect
