#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace aliprotect {

/// `text` as a message quotes it: on one line, with control characters and bytes that are not UTF-8
/// escaped, and only the beginning if it is longer than 80 bytes.
std::string excerpt(std::string_view text);
/// The same between double quotes.
std::string in_quotes(std::string_view text);

/// `text` without its middle if it is longer than `most` bytes: the beginning of a message says
/// what it is about, its end what to do.
std::string without_middle(std::string_view text, std::size_t most);

}  // namespace aliprotect
