#pragma once

#include <cstddef>

#include "aliprotect/order.h"

namespace aliprotect {

/// The number of orders and their total price per currency.
struct OrderSum {
  std::size_t orders = 0;
  Totals prices;
  std::size_t without_price = 0;  ///< orders without a price, which `prices` does not include

  void add(const Order& order);
};

}  // namespace aliprotect
