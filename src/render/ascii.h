#pragma once

#include <string>
#include <string_view>

namespace aliprotect {

/// Converts `text` for a terminal that shows only ASCII, keeping its width: letters lose their
/// marks, `·` becomes `-`, `…` becomes `~`, and other characters become one `?` per column.
std::string in_ascii(std::string_view text);

/// Escapes all characters outside ASCII: `…` becomes `\u2026`.
std::string json_in_ascii(std::string_view json);

}  // namespace aliprotect
