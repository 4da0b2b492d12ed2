#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// Throws RowError where a spreadsheet has taken it for a number and rounded it.
std::string read_tracking_number(std::string_view text);

/// Whether two numbers are those of one parcel, in whatever case they are written.
bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b);

}  // namespace aliprotect
