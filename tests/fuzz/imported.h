#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/order_file.h"

namespace aliprotect::fuzz {

/// The orders that a file states, each laid over nothing. Every order and rejected row of it is
/// held against what an import promises.
std::vector<Order> imported(std::string_view file, std::optional<FileForm> form);

/// Whatever was read is written as JSON and as CSV, and read from there as the same.
void expect_round_trip(const std::vector<Order>& orders);

}  // namespace aliprotect::fuzz
