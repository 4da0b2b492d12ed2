#pragma once

#include <string>

#include "aliprotect/policy.h"

namespace aliprotect {

/// Appends a rule set in the form of its file (data/policies).
void write_policy_json(std::string& out, const Policy& policy);

}  // namespace aliprotect
