#pragma once

#include "aliprotect/protection.h"

namespace aliprotect {

/// Every status, in the order in which an order may come to it.
inline constexpr Status all_statuses[] = {
    Status::awaiting_shipment, Status::in_transit, Status::ready_for_pickup, Status::delivered,
    Status::in_dispute,        Status::escalated,  Status::resolved,         Status::confirmed,
    Status::cancelled,         Status::auto_closed};

}  // namespace aliprotect
