#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/text/name_list.h"
#include "import/merge/order_patch.h"

namespace aliprotect {

/// An id has 9 digits at most; longer ones read as order numbers (cli 1).
inline constexpr std::int64_t highest_order_id = 999'999'999;

/// Whether the order object has a key of that name, a fact or one derived from facts.
bool is_order_key(std::string_view key);

/// Reads the tracker's own order object (docs/order.schema.json). Throws RowError.
OrderPatch read_order_json(const nlohmann::json& object, NameList& unknown_keys);

/// Reads the lists alone: tags, parcels, extensions, disputes and notes. Throws RowError.
void read_order_lists(const nlohmann::json& object, OrderPatch& facts, NameList& unknown_keys);

}  // namespace aliprotect
