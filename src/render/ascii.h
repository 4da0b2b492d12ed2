#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// `text` for a terminal that shows ASCII alone, as wide as it was: letters without their marks,
/// `-` for `·`, `~` for `…`, and a `?` for each column of what has no like.
std::string in_ascii(std::string_view text);

/// JSON that says the same in ASCII: `\u2026` for `…`.
std::string json_in_ascii(std::string_view json);

}  // namespace aliprotect
