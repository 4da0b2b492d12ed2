#pragma once

#include <string_view>

namespace aliprotect {

/// `3.05861E+15`: how a spreadsheet writes a long number, whose last digits are then lost.
bool is_rounded_by_spreadsheet(std::string_view text);

}  // namespace aliprotect
