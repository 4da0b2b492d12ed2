#include "import/table/column_spellings.h"

#include <map>

namespace aliprotect {
namespace {

/// Vague names rank after all other names of their role.
constexpr std::size_t vague = 1'000;

Role role_of(const VocabularySection& section) {
  if (const auto role = role_from_string(section.name)) return *role;
  throw VocabularyError(section.header, "unknown role of a column");
}

}  // namespace

std::vector<ColumnSpelling> read_columns(std::span<const EmbeddedFile> files) {
  std::vector<ColumnSpelling> spellings;
  for (const VocabularySection& section : vocabulary_sections(files, "column")) {
    const Role role = role_of(section);
    std::size_t rank = section.is_vague ? vague : 0;
    for (const VocabularyLine& line : section.lines)
      spellings.push_back({line.text, role, ++rank, line});
  }
  return spellings;
}

const std::vector<ColumnSpelling>& column_spellings() {
  static const auto spellings = read_columns(vocabulary_files());
  return spellings;
}

}  // namespace aliprotect
