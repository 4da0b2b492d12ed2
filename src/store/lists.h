#pragma once

#include <cstdint>

#include "aliprotect/order.h"

namespace aliprotect::store {

/// Lists of an order, a bit each; kept beside its facts, so that one read by itself asks no table
/// that holds nothing of it.
struct Lists {
  std::int64_t bits = 0;

  bool include(Lists others) const { return (bits & others.bits) != 0; }
};

constexpr Lists every_list{-1};

/// Those that are not empty. The bits stand in `columns.h` and in files: they never change.
Lists lists_of(const Order& order);

}  // namespace aliprotect::store
