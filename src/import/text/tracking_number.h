#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

struct TrackingNumber {
  std::string number;
  std::string carrier;  ///< empty if none is next to the number
};

/// Calls `use` with each tracking number of a cell: `LP001, LP002`, or one per line.
void for_each_tracking_number(std::string_view cell,
                              const std::function<void(std::string_view text)>& use);

/// Reads `LP001`, `LP001 (Cainiao)` or the URL of a tracking page. Throws RowError for text that is
/// not a tracking number, and for a number rounded by a spreadsheet.
TrackingNumber read_tracking_number(std::string_view text);

/// Whether two numbers belong to the same parcel; case does not matter.
bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b);

}  // namespace aliprotect
