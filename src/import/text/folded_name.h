#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Returns the name of a column in lower case without blanks.
std::string folded_name(std::string_view name);

/// Also removes accents and punctuation: `order_id`, `Order-ID:` and `Order ID` are one name.
std::string bare_name(std::string_view name);

/// Also removes small words (import/text/page_text.h).
std::string terse_name(std::string_view name);

}  // namespace aliprotect
