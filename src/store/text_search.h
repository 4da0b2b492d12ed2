#pragma once

#include <string>
#include <string_view>

namespace aliprotect::store {

/// Returns the text with its ASCII letters in lower case, as SQL's lower() does.
std::string lower_case(std::string text);

/// Whether `text` contains `word`, ignoring the case of ASCII letters. `word` must be in lower
/// case.
bool mentions(std::string_view text, std::string_view word);

}  // namespace aliprotect::store
