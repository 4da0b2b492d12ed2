#pragma once

#include <vector>

#include "import/merge/order_patch.h"

namespace aliprotect {

/// The facts of `patch` that are not in `order`, to which it was applied. Values that follow from
/// other facts of the patch, as in every export, are not included.
std::vector<IgnoredFact> ignored_facts(const OrderPatch& patch, const Order& order);

}  // namespace aliprotect
