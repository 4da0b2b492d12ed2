#pragma once

#include <string_view>

#include "aliprotect/order.h"

namespace aliprotect {

/// Reads an order number as tables have it: full-width digits, `#` or `No.` before it, as part of
/// an address (`…?orderId=3051…&…`), with the `.0` of programs that take it for a number. Throws
/// RowError.
OrderNumber read_printed_number(std::string_view cell);

}  // namespace aliprotect
