#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

struct TrackingNumber {
  std::string number;
  std::string carrier;  ///< empty if it is not beside the number
};

/// Calls `use` with each tracking number of a cell: `LP001, LP002`, or one per line.
void for_each_tracking_number(std::string_view cell,
                              const std::function<void(std::string_view text)>& use);

/// Reads `LP001`, `LP001 (Cainiao)` or the URL of a tracking page. Throws RowError for a text that
/// is not a tracking number, and for one that a spreadsheet has rounded.
TrackingNumber read_tracking_number(std::string_view text);

/// Whether two numbers are those of one parcel; case does not matter.
bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b);

}  // namespace aliprotect
