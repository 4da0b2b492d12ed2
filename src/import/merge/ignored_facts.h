#pragma once

#include <vector>

#include "import/merge/order_patch.h"

namespace aliprotect {

/// What of `patch` is not in `order`, to which it was applied. A value that follows from the other
/// facts of the patch, as in a file that was exported earlier, states nothing of its own.
std::vector<IgnoredFact> ignored_facts(const OrderPatch& patch, const Order& order);

}  // namespace aliprotect
