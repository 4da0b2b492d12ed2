#pragma once

#include <cstddef>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/embedded.h"

namespace aliprotect {

/// The files of data/import: the words of each language, status codes, and layouts.
/// data/import/README.md describes their format. The build checks them.
std::span<const EmbeddedFile> vocabulary_files();

/// A line of a section.
struct VocabularyLine {
  std::string_view file;
  std::size_t number = 0;  ///< from 1
  std::string_view text;
};

/// `[column number vague]` and the lines below it.
struct VocabularySection {
  std::string_view kind;  ///< `column`
  std::string_view name;  ///< `number`
  bool is_vague = false;
  VocabularyLine header;
  std::vector<VocabularyLine> lines;
};

/// An invalid line; the text begins with the file and the line number.
class VocabularyError : public std::runtime_error {
 public:
  VocabularyError(const VocabularyLine& line, const std::string& reason);
};

/// Returns the sections of one kind, in the order of the files. Throws VocabularyError for an
/// unknown kind of section and for a line outside all sections.
std::vector<VocabularySection> vocabulary_sections(std::span<const EmbeddedFile> files,
                                                   std::string_view kind);

/// Returns the two sides of `january: januar, jan`. Throws VocabularyError if either is missing.
std::pair<std::string_view, std::string_view> key_and_value(const VocabularyLine& line);

}  // namespace aliprotect
