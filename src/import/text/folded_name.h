#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// The name of a column without case and blanks.
std::string folded_name(std::string_view name);

/// The same without accents and punctuation: `order_id`, `Order-ID:` and `Order ID` are one name.
std::string bare_name(std::string_view name);

/// The same without small words (import/text/page_text.h).
std::string terse_name(std::string_view name);

}  // namespace aliprotect
