#pragma once

#include "aliprotect/order.h"

namespace aliprotect {

/// Takes back from `order` what a file would undo of the ends of `recorded`: a file may complete an
/// end, but never take back that an order was confirmed, cancelled, resolved or delivered, or that
/// an extension was decided (cli 5). `order` is `recorded` with the file's facts laid over it.
/// Returns whether there was anything to take back.
bool keep_recorded_ends(const Order& recorded, Order& order);

}  // namespace aliprotect
