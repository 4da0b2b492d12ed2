#pragma once

#include <string_view>

namespace aliprotect {

/// The text that a spreadsheet shows for a cell that was to stay text: of `="3051"` what stands
/// between the quotes, of `'3051` all behind the apostrophe.
std::string_view spreadsheet_text(std::string_view cell);

/// What a cell says, without that and the blanks around; empty where it states nothing: `-`, `N/A`.
std::string_view plain_text(std::string_view cell);

}  // namespace aliprotect
