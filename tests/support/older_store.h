#pragma once

#include <string>

#include "aliprotect/order.h"

namespace aliprotect::testing {

/// Turns a store of the newest version into one of an older version. Removes what that version
/// cannot store.
void make_version(const std::string& path, int version);

/// Returns the order without the plain facts that an older version cannot store.
Order without_later_facts(Order order, int version);

}  // namespace aliprotect::testing
