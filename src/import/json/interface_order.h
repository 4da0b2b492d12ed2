#pragma once

#include "import/json/json_members.h"
#include "import/table/page_cells.h"

namespace aliprotect {

/// Reads an order in a response of AliExpress's interfaces for sellers and dropshippers:
/// `gmt_create`, `order_status`, `logistics_info_list` … Throws RowError.
PageRow read_interface_order(const JsonMembers& order, const CellReading& reading);

}  // namespace aliprotect
