#pragma once

#include <optional>
#include <string_view>

namespace aliprotect {

/// `=HYPERLINK("https://…", "text")`
struct Hyperlink {
  std::string_view address;
  std::string_view text;
};
/// Returns nullopt if the cell is not such a formula.
std::optional<Hyperlink> hyperlink_in(std::string_view cell);

/// Returns the text that a spreadsheet shows for a cell: `3051` for `="3051"` and `'3051`, and the
/// text of a hyperlink.
std::string_view spreadsheet_text(std::string_view cell);

/// Returns the same without surrounding blanks; empty for `-`, `N/A` and the like.
std::string_view plain_text(std::string_view cell);

}  // namespace aliprotect
