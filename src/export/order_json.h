#pragma once

#include <string>
#include <string_view>

#include "rules/assessed_order.h"

namespace aliprotect {

/// Appends the order object with all keys, absent values as null, and times in UTC; see
/// docs/order.schema.json.
void write_order_json(std::string& out, const AssessedOrder& assessed);

/// Appends one value of the order object. `key` must be one of its keys, but not `due`.
void write_field_json(std::string& out, const AssessedOrder& assessed, std::string_view key);
/// Returns one value of the order object as JSON.
std::string field_json(const AssessedOrder& assessed, std::string_view key);

}  // namespace aliprotect
