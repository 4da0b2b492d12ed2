#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/order_file.h"

namespace aliprotect::fuzz {

/// Returns the orders of a file, as if imported into an empty store. Checks every order and
/// rejected row.
std::vector<Order> imported(std::string_view file, std::optional<FileForm> form);

/// Checks that the orders are the same after writing and reading them as JSON and as CSV.
void expect_round_trip(const std::vector<Order>& orders);

}  // namespace aliprotect::fuzz
