#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/json/page_order.h"
#include "import/merge/skipped_values.h"
#include "import/table/table_layout.h"
#include "import/text/page_date.h"

namespace aliprotect {

/// Defaults for cells that do not state their zone, currency or time.
struct CellReading {
  PageClock clock;
  std::optional<Currency> currency;  ///< the currency of prices without one
  Instant now{};                     ///< the time of facts without one
  std::optional<Currency>
      dollar{};  ///< the meaning of a plain `$`, unless `currency` has this sign
};

/// The facts in a row of a table about an order, or about one of its items.
struct PageRow {
  PageOrder order;
  SkippedValues skipped;
};

/// Reads the cells of a row; those beyond the header's are ignored. Values that cannot be read are
/// skipped. Throws RowError if the order number is missing or cannot be read.
PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& reading);

/// Tells the user what to do about a price without a currency.
inline constexpr std::string_view pass_currency = "pass `import --currency CODE`";

/// Throws RowError if the cell cannot be recorded: it has a NUL character or is not UTF-8.
void refuse_unreadable(std::string_view cell);

/// Reads only the order number of a row whose cells do not match the header; `reason` says why.
/// Throws RowError if the number is not certain. The status of such a row is unclear, so that the
/// other rows of its order do not end it.
PageRow read_number_alone(const std::vector<std::string>& cells, const TableShape& shape,
                          const std::string& reason);

}  // namespace aliprotect
