#pragma once

#include <optional>
#include <string_view>

namespace aliprotect {

/// `=HYPERLINK("https://…", "text")`
struct Hyperlink {
  std::string_view address;
  std::string_view text;
};
/// Nothing if the cell is not such a formula.
std::optional<Hyperlink> hyperlink_in(std::string_view cell);

/// The text that a spreadsheet shows for a formula or for a cell that is kept as text: of
/// `="3051"` what is between the quotes, of `'3051` what follows the apostrophe, of a hyperlink its
/// text.
std::string_view spreadsheet_text(std::string_view cell);

/// The same without blanks around it; empty for `-`, `N/A` and the like.
std::string_view plain_text(std::string_view cell);

}  // namespace aliprotect
