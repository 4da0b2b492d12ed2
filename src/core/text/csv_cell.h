#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Appends a cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an
/// apostrophe before it, and one that begins like a defused text gets one more, so that
/// `plain_cell` finds it again.
void append_csv_cell(std::string& out, std::string_view text);

/// What `append_csv_cell` was given, from the cell's text without its quotes.
std::string_view plain_cell(std::string_view cell);

}  // namespace aliprotect
