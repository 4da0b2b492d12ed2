#pragma once

#include <functional>

#include "aliprotect/store.h"

namespace aliprotect {

/// Reads the selected orders, and lets `use` work on each in turn: where there are many, in a
/// thread of its own beside the reading. `use` may not ask the store for more than its rule sets;
/// false ends the reading.
void read_beside(Store& store, const Selection& selection,
                 const std::function<bool(const Order&)>& use);

}  // namespace aliprotect
