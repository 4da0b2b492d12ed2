#include "import/text/vocabulary.h"

#include <algorithm>
#include <array>

#include "core/text/scanner.h"
#include "core/text/split.h"

namespace aliprotect {
namespace {

constexpr std::array<std::string_view, 9> kinds = {"months", "weekdays", "yes",  "no",   "status",
                                                   "column", "layout",   "mail", "label"};

bool is_known_kind(std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

VocabularySection section_at(const VocabularyLine& header) {
  if (!header.text.ends_with(']')) throw VocabularyError(header, "the closing ] is missing");
  std::vector<std::string_view> words;
  for_each_part(header.text.substr(1, header.text.size() - 2), " ",
                [&](std::string_view word) { words.push_back(word); });
  if (words.empty() || !is_known_kind(words[0]))
    throw VocabularyError(header, "unknown kind of section");
  VocabularySection section{.kind = words[0], .name = {}, .header = header, .lines = {}};
  if (words.size() > 1) section.name = words[1];
  section.is_vague = words.size() == 3 && words[2] == "vague";
  if (words.size() > 3 || (words.size() == 3 && !section.is_vague))
    throw VocabularyError(header, "expected [KIND], [KIND NAME] or [KIND NAME vague]");
  return section;
}

/// Calls `take` with each line that is neither empty nor a comment.
void for_each_line(const EmbeddedFile& file, const auto& take) {
  std::size_t number = 0;
  for (std::string_view rest = file.text; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (!text.empty() && !text.starts_with('#')) take(VocabularyLine{file.name, number, text});
  }
}

}  // namespace

VocabularyError::VocabularyError(const VocabularyLine& line, const std::string& reason)
    : std::runtime_error(std::string(line.file) + ":" + std::to_string(line.number) + ": " +
                         std::string(line.text) + ": " + reason) {}

std::vector<VocabularySection> vocabulary_sections(std::span<const EmbeddedFile> files,
                                                   std::string_view kind) {
  std::vector<VocabularySection> sections;
  for (const EmbeddedFile& file : files) {
    std::vector<VocabularySection> of_file;
    for_each_line(file, [&](const VocabularyLine& line) {
      if (line.text.starts_with('[')) {
        of_file.push_back(section_at(line));
      } else if (of_file.empty()) {
        throw VocabularyError(line, "expected a section such as [months] first");
      } else {
        of_file.back().lines.push_back(line);
      }
    });
    for (VocabularySection& section : of_file) {
      if (section.kind == kind) sections.push_back(std::move(section));
    }
  }
  return sections;
}

std::pair<std::string_view, std::string_view> key_and_value(const VocabularyLine& line) {
  const auto colon = line.text.rfind(':');
  if (colon == std::string_view::npos) throw VocabularyError(line, "expected NAME: VALUE");
  const std::string_view key = trimmed(line.text.substr(0, colon));
  const std::string_view value = trimmed(line.text.substr(colon + 1));
  if (key.empty() || value.empty()) throw VocabularyError(line, "expected NAME: VALUE");
  return {key, value};
}

}  // namespace aliprotect
