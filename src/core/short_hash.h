#pragma once

#include <cstdint>
#include <string_view>

namespace aliprotect {

/// Returns the first 64 bits of the text's SHA-256. Two of a million texts have the same one with a
/// probability of 1 : 30,000,000.
std::int64_t short_hash(std::string_view text);

}  // namespace aliprotect
