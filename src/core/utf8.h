#pragma once

#include <string_view>

namespace aliprotect {

/// Whether a text is UTF-8 from end to end.
bool is_utf8(std::string_view text);

}  // namespace aliprotect
