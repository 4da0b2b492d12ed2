#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/money.h"

namespace aliprotect {

/// An amount in minor units, or why a text is none; the reason is empty where nothing is known.
struct Amount {
  std::optional<std::int64_t> minor;
  std::string trouble;
};

/// Reads digits as shops group them: `1234.5`, `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`.
Amount read_amount(std::string_view text, const Currency& currency);

}  // namespace aliprotect
