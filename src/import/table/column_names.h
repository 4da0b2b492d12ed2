#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "aliprotect/money.h"
#include "import/table/column_role.h"

namespace aliprotect {

/// The meaning of a column name.
struct ColumnMeaning {
  Role role = Role::ignored;
  std::size_t rank = 0;              ///< if two columns have the same role, the lower rank counts
  std::optional<Currency> currency;  ///< `Price (EUR)`
  bool is_utc = false;               ///< `Order time (UTC)`
};

/// Returns the meaning of a column name in data/import; nullopt if it is unknown or ambiguous.
std::optional<ColumnMeaning> role_called(std::string_view name);

/// Returns the same for a name that contains a unit or the marketplace's name.
std::optional<ColumnMeaning> meaning_of_column(std::string_view name);

}  // namespace aliprotect
