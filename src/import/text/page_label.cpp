#include "import/text/page_label.h"

#include <algorithm>

#include "core/text/scanner.h"
#include "import/table/column_names.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_line = 400;
constexpr std::size_t longest_label = 60;

const std::vector<LabelPhrase>& label_phrases() {
  static const auto phrases = read_label_phrases(vocabulary_files());
  return phrases;
}

std::string_view without_colon(std::string_view text) {
  constexpr std::string_view signs = " \t:.";
  const auto first = text.find_first_not_of(signs);
  return first == std::string_view::npos ? std::string_view() : trimmed(text.substr(first));
}

bool continues_word(std::string_view text, std::size_t at) {
  return at < text.size() && (is_letter(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}

/// A phrase may follow other words: `Apply for $1.00 coupon code if delayed by Sep 26, 2026`.
std::optional<LabelledText> phrase_in(const std::string& folded_line) {
  const LabelPhrase* longest = nullptr;
  std::size_t end = 0;
  for (const LabelPhrase& phrase : label_phrases()) {
    if (longest && longest->words.size() >= phrase.words.size()) continue;
    const auto at = folded_line.find(phrase.words);
    if (at == std::string::npos || continues_word(folded_line, at + phrase.words.size())) continue;
    longest = &phrase;
    end = at + phrase.words.size();
  }
  if (!longest) return std::nullopt;
  return LabelledText{longest->role, std::string(without_colon(folded_line.substr(end))), true};
}

std::optional<Role> role_of_label(std::string_view label) {
  if (label.empty() || label.size() > longest_label) return std::nullopt;
  const auto meaning = role_called(label);
  return meaning ? std::optional(meaning->role) : std::nullopt;
}

}  // namespace

std::vector<LabelPhrase> read_label_phrases(std::span<const EmbeddedFile> files) {
  std::vector<LabelPhrase> phrases;
  for (const VocabularySection& section : vocabulary_sections(files, "label")) {
    const auto role = role_from_string(section.name);
    if (!role) throw VocabularyError(section.header, "unknown column");
    for (const VocabularyLine& line : section.lines)
      phrases.push_back({folded(line.text), *role, line});
  }
  return phrases;
}

std::optional<LabelledText> read_label(std::string_view line) {
  if (line.empty() || line.size() > longest_line) return std::nullopt;
  const std::string plain = in_plain_signs(line);
  const auto colon = std::min(plain.find(':'), plain.size());
  if (const auto role = role_of_label(trimmed(std::string_view(plain).substr(0, colon)))) {
    const std::string_view value =
        std::string_view(plain).substr(std::min(colon + 1, plain.size()));
    return LabelledText{*role, std::string(trimmed(value))};
  }
  return phrase_in(folded(plain));
}

bool is_coupon_promise(const LabelledText& label) {
  return label.role == Role::deadline && label.is_phrase;
}

}  // namespace aliprotect
