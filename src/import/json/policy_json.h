#pragma once

#include <string_view>

#include "aliprotect/policy.h"

namespace aliprotect {

/// Reads a rule set from its file's text: every key known, every day count there that has to be, no
/// window that ends before it begins. Throws UserError that names the bad field and what it should
/// be.
Policy read_policy(std::string_view text);

/// The rule sets that the program carries: data/policies.
Policies built_in_policies();

}  // namespace aliprotect
