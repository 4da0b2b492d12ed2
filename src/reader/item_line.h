#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// An item of an order, as printed.
struct Item {
  std::string title;
  std::string price;     ///< the price of one piece
  std::string quantity;  ///< `1`
};

/// Reads `€ 1,99x1` or `US $26.72 x1`; text before the price is the title.
std::optional<Item> price_times_quantity(std::string_view line);

/// Whether a text is an amount with a currency, such as `US $25.66`.
bool is_price(std::string_view text);

/// Returns a title without the `...` that marks a cut.
std::string without_ellipsis(std::string_view title);

}  // namespace aliprotect
