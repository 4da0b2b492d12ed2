#pragma once

#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// Returns the total days of all granted extensions.
Days granted_days(const Order& order);

/// Returns when to request an extension; nullopt if `closes` is unknown. Later the seller can
/// cancel it at the last minute. Source: aliprotect-rules(7), "CLOCKS".
std::optional<Window> extension_advised(const Policy& policy, std::optional<Instant> closes);

/// Returns `closes` with all granted extensions. An extension granted with a closing date replaces
/// it. Source: aliprotect-rules(7), "CLOCKS".
std::optional<Instant> extended(const Order& order, std::optional<Instant> closes);

}  // namespace aliprotect
