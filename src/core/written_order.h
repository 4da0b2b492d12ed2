#pragma once

#include <cstddef>

namespace aliprotect {

// What every reader of a file takes of one order, be it a line, an element of an array or a row of
// a table. No order is recorded that could be written larger (rules/order_size.cpp), so that what
// is exported can always be imported.

inline constexpr std::size_t longest_written_order = std::size_t{16} * 1024 * 1024;  // bytes
inline constexpr std::size_t most_lines_of_order = 10'000;
inline constexpr std::size_t most_values_of_order = 2'000'000;  // of JSON

}  // namespace aliprotect
