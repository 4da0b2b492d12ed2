#pragma once

#include <string_view>

#include "import/table/column_role.h"

namespace aliprotect {

// Cells that say yes or no in a language of data/import; case and accents do not matter.

/// `yes`, `true`, `ja`, `✓`
bool says_yes(std::string_view cell);
/// `no`, `false`, `nein`, `not yet`
bool says_no(std::string_view cell);

/// Whether a cell in a column of event times says `no`: the event has not happened.
bool is_denied(Role role, std::string_view cell);

}  // namespace aliprotect
