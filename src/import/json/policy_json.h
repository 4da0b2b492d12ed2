#pragma once

#include <string_view>

#include "aliprotect/policy.h"

namespace aliprotect {

/// Reads a rule set from the text of its file. Throws UserError, which names the invalid field and
/// what it should be, for an unknown key, a missing day count, or a window that ends before it
/// begins.
Policy read_policy(std::string_view text);

/// The built-in rule sets: data/policies.
Policies built_in_policies();

}  // namespace aliprotect
