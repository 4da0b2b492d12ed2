#pragma once

#include <nlohmann/json_fwd.hpp>

#include "import/row.h"

namespace aliprotect {

/// Reads the tracker's own order object (docs/order.schema.json). Derived keys are ignored, but for
/// the first shipment of an order without parcels. Throws RowError.
ImportedRow read_order_json(nlohmann::json object, std::size_t line,
                            std::set<std::string>& unknown_keys);

}  // namespace aliprotect
