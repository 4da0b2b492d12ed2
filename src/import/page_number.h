#pragma once

#include <string_view>

#include "aliprotect/order.h"

namespace aliprotect {

/// The text that a spreadsheet shows for a cell that was to stay text: of `="3051"` what stands
/// between the quotes, of `'3051` all behind the apostrophe.
std::string_view spreadsheet_text(std::string_view cell);

/// Reads an order number as tables have it: full-width digits, `#` or `No.` before it, as part of
/// an address (`…?orderId=3051…&…`), with the `.0` of programs that take it for a number. Throws
/// RowError.
OrderNumber read_printed_number(std::string_view cell);

}  // namespace aliprotect
