#pragma once

#include <functional>

#include "aliprotect/store.h"

namespace aliprotect {

/// Reads the selected orders and calls `use` with each in turn, in another thread if there are
/// many. `use` must not access the store, except for its rule sets. It returns false to stop.
void read_in_parallel(Store& store, const Selection& selection,
                      const std::function<bool(const Order&)>& use);

}  // namespace aliprotect
