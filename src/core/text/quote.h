#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// `text` between double quotes, fit for a sentence on a terminal: one line, control characters
/// and bytes that are no UTF-8 escaped, clipped where it is very long.
std::string in_quotes(std::string_view text);

}  // namespace aliprotect
