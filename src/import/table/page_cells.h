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

/// What cells mean if they do not say it themselves.
struct CellReading {
  PageClock clock;
  std::optional<Currency> currency;  ///< of prices without one
  Instant now{};                     ///< of facts without a time
  std::optional<Currency> dollar{};  ///< of a plain `$`, unless `currency` has this sign
};

/// What a row of a table states about an order, or about one of its items.
struct PageRow {
  PageOrder order;
  SkippedValues skipped;
};

/// Reads the cells of a row; those beyond the header's are ignored. Values that cannot be read are
/// skipped. Throws RowError if the order number is missing or cannot be read.
PageRow read_page_row(const std::vector<std::string>& cells, const TableShape& shape,
                      const CellReading& reading);

/// What the user can do about a price without a currency.
inline constexpr std::string_view pass_currency = "pass `import --currency CODE`";

/// Throws RowError if the cell cannot be recorded: it has a NUL character or is not UTF-8.
void refuse_unreadable(std::string_view cell);

/// Reads only the order number of a row whose cells are not below their headers, because `reason`.
/// Throws RowError if the number is not certain. The status of such a row is unclear, so that the
/// other rows of its order do not end it.
PageRow read_number_alone(const std::vector<std::string>& cells, const TableShape& shape,
                          const std::string& reason);

}  // namespace aliprotect
