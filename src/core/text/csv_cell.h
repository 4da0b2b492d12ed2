#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Appends a CSV cell (RFC 4180). Text that a spreadsheet would run as a formula gets a leading
/// apostrophe. Text that already starts like that gets another one, so that `plain_cell` can
/// restore it.
void append_csv_cell(std::string& out, std::string_view text);

/// The inverse of `append_csv_cell`, for a cell without its CSV quotes.
std::string_view plain_cell(std::string_view cell);

}  // namespace aliprotect
