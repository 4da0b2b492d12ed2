#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "aliprotect/money.h"
#include "import/table/column_role.h"

namespace aliprotect {

/// What a name of a column says.
struct ColumnMeaning {
  Role role = Role::passed_over;
  std::size_t rank = 0;  ///< of two columns for the same, that with the lower one is meant
  std::optional<Currency> currency;  ///< `Price (EUR)`
  bool is_utc = false;               ///< `Order time (UTC)`
};

/// What a column of that name holds, however it is written (import/column_spellings.h). Nothing for
/// a name that is not known or could mean several things.
std::optional<ColumnMeaning> role_called(std::string_view name);

/// The same for a name as it stands in a header, with its unit and with the marketplace's name.
std::optional<ColumnMeaning> meaning_of_column(std::string_view name);

}  // namespace aliprotect
