#pragma once

#include <optional>
#include <string_view>

#include "import/column_role.h"

namespace aliprotect {

/// What a column of that name (`bare_name`) holds, in the languages of AliExpress's pages and in
/// the words of this program. Nothing for a name that is not known or could mean several things.
std::optional<Role> role_called(std::string_view name);

}  // namespace aliprotect
