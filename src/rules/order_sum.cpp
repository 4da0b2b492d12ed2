#include "rules/order_sum.h"

namespace aliprotect {

void OrderSum::add(const Order& order) {
  ++orders;
  if (order.price) {
    add_to(prices, *order.price);
  } else {
    ++without_price;
  }
}

}  // namespace aliprotect
