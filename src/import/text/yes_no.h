#pragma once

#include <string_view>

#include "import/table/column_role.h"

namespace aliprotect {

// Cells that say yes or no in a language of data/import; case and accents do not matter.

/// `yes`, `true`, `ja`, `✓`
bool says_yes(std::string_view cell);
/// `no`, `false`, `nein`, `not yet`
bool says_no(std::string_view cell);

/// Whether `no` stands where the time of an event would: it has not happened, and so has no time.
bool is_denied(Role role, std::string_view cell);

}  // namespace aliprotect
