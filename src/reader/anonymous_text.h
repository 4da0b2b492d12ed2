#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aliprotect {

/// Returns the first twelve words, for a bug report. Words with digits, addresses and `names` (as
/// `bare_words` returns them) are replaced by `#`.
std::string anonymous_text(std::string_view text, const std::vector<std::string>& names);

}  // namespace aliprotect
