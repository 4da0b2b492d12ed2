#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// Checks and completes a POSIX TZ rule: `CET-1CEST,M3.5.0,M10.5.0/3`. Adds the default dates of
/// the C library if it has daylight saving time without dates. Returns nullopt if `text` is not a
/// rule.
std::optional<std::string> complete_posix_rule(std::string_view text);

}  // namespace aliprotect
