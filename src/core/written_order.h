#pragma once

#include <cstddef>

namespace aliprotect {

// The limits of one order in a file, for all formats. Larger orders cannot be recorded
// (rules/order_size.cpp), so every exported order can be imported.

inline constexpr std::size_t longest_written_order = std::size_t{16} * 1024 * 1024;  // bytes
inline constexpr std::size_t most_lines_of_order = 10'000;
inline constexpr std::size_t most_values_of_order = 2'000'000;  // of JSON

}  // namespace aliprotect
