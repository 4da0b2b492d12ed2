#pragma once

#include "export/order_json.h"
#include "render/output.h"
#include "render/style.h"

namespace aliprotect {

/// Prints everything about one order for a person: what to do first, then clocks and facts.
void print_order_page(const AssessedOrder& of, const Zone& zone, const Style& style, Output& out);

}  // namespace aliprotect
