#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/money.h"

namespace aliprotect {

/// The currencies that `mark` can stand for: a code of ISO 4217 or what shops print, such as `US
/// $`, or both, `MXN$`. Case and blanks do not matter. Empty where it is no mark; several for a
/// bare `$`, `¥` or `kr`.
std::vector<Currency> currencies_marked(std::string_view mark);

}  // namespace aliprotect
