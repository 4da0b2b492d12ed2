#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/policy.h"

namespace aliprotect {

/// Appends a rule set in the form of its file (data/policies).
void write_policy_json(std::string& out, const Policy& policy);

/// The keys of that form, in their order.
std::vector<std::string_view> policy_keys();

/// One value of a rule set, as JSON. `key` must be one of its keys.
std::string field_json(const Policy& policy, std::string_view key);

}  // namespace aliprotect
