#pragma once

#include "aliprotect/protection.h"

namespace aliprotect {

/// All statuses, in the usual sequence of an order.
inline constexpr Status all_statuses[] = {
    Status::awaiting_shipment, Status::in_transit, Status::ready_for_pickup, Status::delivered,
    Status::in_dispute,        Status::escalated,  Status::resolved,         Status::confirmed,
    Status::cancelled,         Status::auto_closed};

}  // namespace aliprotect
