#pragma once

#include <string>
#include <string_view>

#include "rules/assessed_order.h"

namespace aliprotect {

/// Appends the order object (docs/order.schema.json): every key, absent as null, times in UTC.
void write_order_json(std::string& out, const AssessedOrder& assessed);

/// Appends one value of the order object. `key` must be one of its keys, `due` excepted.
void write_field_json(std::string& out, const AssessedOrder& assessed, std::string_view key);
/// The same as a text.
std::string field_json(const AssessedOrder& assessed, std::string_view key);

}  // namespace aliprotect
