#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/policy.h"

namespace aliprotect {

/// Appends a rule set in the format of data/policies.
void write_policy_json(std::string& out, const Policy& policy);

/// Returns the keys of a rule set, in printing order.
std::vector<std::string_view> policy_keys();

/// Returns one value of a rule set as JSON. `key` must be one of its keys.
std::string field_json(const Policy& policy, std::string_view key);

}  // namespace aliprotect
