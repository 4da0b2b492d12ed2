#pragma once

#include <chrono>
#include <string>

#include "aliprotect/policy.h"
#include "aliprotect/store.h"

namespace aliprotect::store {

/// Checks a store on a server without changing it: its contents, the privileges of the user, the
/// server's version and clock.
CheckReport check_on_server(const std::string& store, const Policies& built_in,
                            std::chrono::milliseconds lock_wait);

}  // namespace aliprotect::store
