#pragma once

#include <cstdint>

#include "aliprotect/order.h"

namespace aliprotect::store {

/// A set of an order's lists (tags, parcels and so on), one bit each. It is stored with the order,
/// so that reading a single order skips the tables without rows of it.
struct Lists {
  std::int64_t bits = 0;

  bool include(Lists others) const { return (bits & others.bits) != 0; }
};

constexpr Lists every_list{-1};

/// Returns the lists that are not empty. The bits are defined in `columns.h` and stored in files,
/// so they must not change.
Lists lists_of(const Order& order);

}  // namespace aliprotect::store
