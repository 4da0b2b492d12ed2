#pragma once

#include "aliprotect/order.h"

namespace aliprotect {

/// Restores in `order` the recorded ends that a file would undo: confirmation, cancellation,
/// outcome, delivery, and the decision about an extension. `order` is `recorded` with the file's
/// patch applied. Returns whether anything was restored.
bool keep_recorded_ends(const Order& recorded, Order& order);

}  // namespace aliprotect
