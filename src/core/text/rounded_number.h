#pragma once

#include <string_view>

namespace aliprotect {

/// Detects `3.05861E+15`: a spreadsheet rounded a long number, so its last digits are lost.
bool is_rounded_by_spreadsheet(std::string_view text);

}  // namespace aliprotect
