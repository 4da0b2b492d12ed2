#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/money.h"

namespace aliprotect {

/// Returns the currencies that `mark` can mean: an ISO 4217 code, a symbol such as `US $`, or both,
/// such as `MXN$`. Ignores case and blanks. Returns several for a plain `$`, `¥` or `kr`, and none
/// for an unknown mark.
std::vector<Currency> currencies_marked(std::string_view mark);

}  // namespace aliprotect
