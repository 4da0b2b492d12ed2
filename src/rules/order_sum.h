#pragma once

#include <cstddef>

#include "aliprotect/order.h"

namespace aliprotect {

/// How many orders, and what they cost per currency (domain 9).
struct OrderSum {
  std::size_t orders = 0;
  Totals prices;
  std::size_t without_price = 0;  ///< of the orders; they are in no total

  void add(const Order& order);
};

}  // namespace aliprotect
