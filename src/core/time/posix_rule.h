#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// A POSIX TZ rule, checked to the letter and complete: `CET-1CEST,M3.5.0,M10.5.0/3`. One that
/// names a summer time without its dates gets those of the C library. Nothing where `text` is no
/// rule.
std::optional<std::string> complete_posix_rule(std::string_view text);

}  // namespace aliprotect
