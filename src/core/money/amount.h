#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aliprotect/money.h"

namespace aliprotect {

/// An amount in minor units, or the reason why a text is invalid, which may be empty.
struct Amount {
  std::optional<std::int64_t> minor;
  std::string problem;
};

/// Parses digits in the formats of shops: `1234.5`, `1,234.50`, `1.234,50`, `1 234,50`, `1'234.50`.
Amount read_amount(std::string_view text, const Currency& currency);

}  // namespace aliprotect
