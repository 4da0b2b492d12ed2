#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "core/text/name_list.h"
#include "import/merge/order_patch.h"
#include "import/merge/skipped_values.h"

namespace aliprotect {

/// An id has at most 9 digits; longer numbers are order numbers.
inline constexpr std::int64_t highest_order_id = 999'999'999;

/// Whether the order object has a key of that name.
bool is_order_key(std::string_view key);

/// How to read the values of our own files.
struct OwnReading {
  /// Throws RowError.
  std::function<Instant(std::string_view text, Bound bound)> read_time;
  std::optional<Currency> currency;  ///< the currency of prices without one
  SkippedValues& skipped;            ///< values that cannot be read
  NameList& unknown_keys;
};

/// Reads the tracker's own order object (docs/order.schema.json). Throws RowError if the order
/// number is missing or cannot be read.
OrderPatch read_order_json(const nlohmann::json& object, const OwnReading& reading);

/// Reads only the lists: tags, parcels, extensions, disputes and notes.
void read_order_lists(const nlohmann::json& object, OrderPatch& facts, const OwnReading& reading);

}  // namespace aliprotect
