#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// The name of a column as names are compared: without case and blanks.
std::string folded_name(std::string_view name);

/// The same without accents, and without what is neither letter nor digit: `order_id`, `Order-ID:`
/// and `Order ID` are one name.
std::string bare_name(std::string_view name);

/// The same of the terse words alone (import/text/page_text.h).
std::string terse_name(std::string_view name);

}  // namespace aliprotect
