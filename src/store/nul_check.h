#pragma once

#include "aliprotect/order.h"
#include "aliprotect/policy.h"

namespace aliprotect::store {

/// Throws UserError if a text contains a NUL: SQL functions would end the text there.
void refuse_nul(const Order& order);
void refuse_nul(const Policy& policy);

}  // namespace aliprotect::store
