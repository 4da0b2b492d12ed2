#pragma once

#include <string>
#include <string_view>

#include "rules/assessed_order.h"

namespace aliprotect {

/// Appends the order object (docs/order.schema.json): every key, absent as null, times in UTC.
void write_order_json(std::string& out, const AssessedOrder& assessed);

/// One value of the order object, as JSON. `key` must be one of its keys, `due` excepted.
std::string field_json(const AssessedOrder& assessed, std::string_view key);

}  // namespace aliprotect
