#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/json/detail_json.h"
#include "import/table/page_cells.h"

namespace aliprotect {

/// The currency of prices without a sign, as a column or the command line names it.
struct StatedCurrency {
  std::optional<Currency> currency;
  bool is_unreadable = false;  ///< a column has an unknown currency
};

/// One row while it is read, cell by cell.
struct RowReading {
  explicit RowReading(const CellReading& cells) : given(cells) {}

  const CellReading& given;
  StatedCurrency currency;
  PageRow row;
  StatedParcel parcel;  ///< the facts of the row's parcels, except for their numbers
  std::vector<std::string> tracking;
  std::optional<Money> price_of_piece;
  std::optional<std::int64_t> quantity = 1;  ///< none if it cannot be read
  std::optional<OrderNumber> number, number_in_url, parent;
  std::string number_problem;            ///< why a cell has no order number
  std::optional<Instant> delivery_date;  ///< the date of the delivery, or of the expected one
  std::string_view delivery_text;        ///< the cell with either date
  std::string_view status_text;
  std::vector<DetailCell> details;
  bool is_refund = false;  ///< a coupon or a refund rather than an item
};

/// Returns what the user can do about a value that cannot be read, besides correcting it.
std::string_view advice_about(Role role);

/// Derives the values that depend on several cells: number, parcels, price, delivery. Throws
/// RowError if the row has no order number, or two.
void settle_row(const TableShape& shape, RowReading& reading);

}  // namespace aliprotect
