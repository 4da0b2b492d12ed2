#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"
#include "import/text/vocabulary.h"

namespace aliprotect {

/// A name of a column in data/import.
struct ColumnSpelling {
  std::string_view name;  ///< as in a header
  Role role;
  std::size_t rank;  ///< within the role and language; vague names rank last
  VocabularyLine line;
};

/// Reads the names in `files`. Throws VocabularyError.
std::vector<ColumnSpelling> read_columns(std::span<const EmbeddedFile> files);

/// Returns the names in data/import.
const std::vector<ColumnSpelling>& column_spellings();

}  // namespace aliprotect
