#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aliprotect {

/// Returns `text` for a message: on one line, with control characters and invalid UTF-8 escaped,
/// and only the beginning if it is longer than 80 bytes.
std::string excerpt(std::string_view text);
/// Returns `excerpt(text)` in double quotes.
std::string in_quotes(std::string_view text);

/// Removes the middle of `text` if it is longer than `most` bytes: the beginning of a message says
/// what happened, and the end says what to do.
std::string without_middle(std::string_view text, std::size_t most);

}  // namespace aliprotect
