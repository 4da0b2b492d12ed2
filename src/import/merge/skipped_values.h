#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/time.h"
#include "import/merge/order_patch.h"

namespace aliprotect {

/// A value of a file that is not recorded, although its order is recorded.
struct SkippedValue {
  std::string field;   ///< key of the order object, or a column such as `status`
  std::string value;   ///< as in the file, shortened if it is long
  std::string reason;  ///< names the value
  /// Tells the user what to do besides correcting the value. Values of one field with the same
  /// advice are counted together.
  std::string_view advice{};
  std::size_t line = 0;  ///< set when the row is known
  std::string file{};    ///< if it is not the file being read
};

using SkippedValues = std::vector<SkippedValue>;

/// Adds a value, shortened.
void skip(SkippedValues& skipped, std::string field, std::string_view value, std::string reason,
          std::string_view advice = {});

/// Clears a value that is not a delivery date, for this `reason`.
void skip_delivery(std::optional<Instant>& delivered_at, std::string_view value,
                   const std::string& reason, SkippedValues& skipped);
/// Clears a delivery date after `now`.
void skip_future_delivery(std::optional<Instant>& delivered_at, std::string_view value, Instant now,
                          SkippedValues& skipped);
/// Clears the delivery date of an order without parcels after `now`. With parcels, it only repeats
/// the last of their dates.
void skip_future_delivery(OrderPatch& facts, Instant now, SkippedValues& skipped);

}  // namespace aliprotect
