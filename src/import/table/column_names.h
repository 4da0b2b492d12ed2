#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "aliprotect/money.h"
#include "import/table/column_role.h"

namespace aliprotect {

/// What the name of a column means.
struct ColumnMeaning {
  Role role = Role::ignored;
  std::size_t rank = 0;  ///< of two columns of one role, the one with the lower rank is meant
  std::optional<Currency> currency;  ///< `Price (EUR)`
  bool is_utc = false;               ///< `Order time (UTC)`
};

/// The meaning of a column name in data/import. Nothing for a name that is unknown or could mean
/// several things.
std::optional<ColumnMeaning> role_called(std::string_view name);

/// The same for a name with a unit or with the marketplace's name.
std::optional<ColumnMeaning> meaning_of_column(std::string_view name);

}  // namespace aliprotect
