#pragma once

#include <optional>
#include <string_view>

#include "aliprotect/order.h"

namespace aliprotect {

/// Reads an order number as pages, tables and people write it: `3051 0000 0001 1234`, `#3051…`,
/// `Order ID: 3051…` in any language of data/import, a URL with `orderId=3051…`, a spreadsheet's
/// hyperlink, full-width digits, and the `.0` of programs that treat it as a number. Throws
/// RowError for any other text and for two numbers.
OrderNumber read_printed_number(std::string_view text);

/// Returns the same, or nullopt instead of an error.
std::optional<OrderNumber> printed_number(std::string_view text);

}  // namespace aliprotect
