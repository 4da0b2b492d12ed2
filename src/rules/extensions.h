#pragma once

#include <optional>

#include "aliprotect/protection.h"

namespace aliprotect {

/// The days of all granted extensions; a pending or declined request counts for nothing.
Days granted_days(const Order& order);

/// When an extension should be asked for (domain 4): later the seller can cancel it at the last
/// minute. Nothing while `closes` is unknown.
std::optional<Window> extension_advised(const Policy& policy, std::optional<Instant> closes);

/// `closes` as the granted extensions leave it: a pending request never moves it, a grant with the
/// order page's closing date sets it (domain 10).
std::optional<Instant> extended(const Order& order, std::optional<Instant> closes);

}  // namespace aliprotect
