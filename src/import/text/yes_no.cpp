#include "import/text/yes_no.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/text/scanner.h"
#include "import/text/page_text.h"
#include "import/text/vocabulary.h"

namespace aliprotect {
namespace {

constexpr std::string_view ticks[] = {"\u2713", "\u2714", "\u2705"};

/// The words below `[yes]` or `[no]` in data/import, bare and sorted.
std::vector<std::string> words_below(std::string_view kind) {
  std::vector<std::string> words;
  for (const VocabularySection& section : vocabulary_sections(vocabulary_files(), kind)) {
    for (const VocabularyLine& line : section.lines) words.push_back(bare_words(line.text));
  }
  std::sort(words.begin(), words.end());
  return words;
}

const std::vector<std::string>& yes() {
  static const std::vector<std::string> words = words_below("yes");
  return words;
}

const std::vector<std::string>& no() {
  static const std::vector<std::string> words = words_below("no");
  return words;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::binary_search(words.begin(), words.end(), word);
}

bool is_tick(std::string_view cell) {
  return std::find(std::begin(ticks), std::end(ticks), cell) != std::end(ticks);
}

bool is_event(Role role) {
  return role == Role::shipped || role == Role::delivered || role == Role::delivery_date ||
         role == Role::confirmed || role == Role::cancelled;
}

}  // namespace

bool says_yes(std::string_view cell) {
  return has(yes(), bare_words(cell)) || is_tick(trimmed(cell));
}

bool says_no(std::string_view cell) { return has(no(), bare_words(cell)); }

bool is_denied(Role role, std::string_view cell) { return is_event(role) && says_no(cell); }

}  // namespace aliprotect
