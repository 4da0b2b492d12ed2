#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"

namespace aliprotect {

/// What a column is called.
struct ColumnSpelling {
  std::string_view name;  ///< as a header has it
  Role role;
  std::size_t rank;  ///< from 1 within the role: names that are sure first, vague ones last
};

/// All names that are known, in English, German, French, Spanish, Portuguese, Italian, Dutch,
/// Polish and Russian, and in the words of this program and of interfaces.
const std::vector<ColumnSpelling>& column_spellings();

}  // namespace aliprotect
