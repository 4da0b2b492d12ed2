#pragma once

#include <functional>
#include <string>
#include <vector>

#include "aliprotect/protection.h"
#include "aliprotect/store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {

/// Orders in every state, with two rule sets, numbered from 1.
std::vector<Order> orders_in_every_state();

/// A store with these orders.
struct EveryState {
  EveryState();
  /// Returns the ids of the orders for which `holds` is true.
  std::vector<OrderId> where(const std::function<bool(const Order&, const Clocks&)>& holds) const;

  TempDir folder;
  std::string path = folder / "orders.db";
  Policies policies = shipped_policies();
  Store store = Store::open_to_write(path, policies);
  std::vector<Order> orders = orders_in_every_state();
};

}  // namespace aliprotect::testing
