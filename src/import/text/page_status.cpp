#include "import/text/page_status.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/text/split.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::pair<std::string_view, PageStatus> names[] = {
    {"awaiting_payment", PageStatus::awaiting_payment},
    {"awaiting_shipment", PageStatus::awaiting_shipment},
    {"partially_shipped", PageStatus::partially_shipped},
    {"shipped", PageStatus::shipped},
    {"ready_for_pickup", PageStatus::ready_for_pickup},
    {"delivered", PageStatus::delivered},
    {"completed", PageStatus::completed},
    {"cancelled", PageStatus::cancelled},
    {"in_dispute", PageStatus::in_dispute},
    {"refunded", PageStatus::refunded},
    {"unclear", PageStatus::unclear},
    {"closed", PageStatus::closed},
};

PageStatus status_of(const VocabularySection& section) {
  for (const auto& [name, status] : names) {
    if (name == section.name) return status;
  }
  throw VocabularyError(section.header, "unknown status");
}

/// The ending of a word, and its endings for other genders and numbers.
struct Forms {
  std::string_view ending;
  std::string_view others;  ///< between blanks
};

/// In French; Spanish, Portuguese and Italian; Polish; Russian.
constexpr Forms all_forms[] = {
    {"é", "ée és ées"},         {"do", "da dos das"}, {"to", "ta tos tas ti te"},
    {"so", "sa sos sas si se"}, {"ne", "na no ny"},   {"te", "ta to ty"},
    {"н", "на но ны"},          {"т", "та то ты"},
};

/// Spanish and Portuguese nouns for a pickup, which do not say that it has happened.
constexpr std::string_view nouns[] = {"recogida", "recogidas", "retirada", "retiradas"};

void add_forms(const VocabularyLine& line, PageStatus status, std::vector<StatusSpelling>& all) {
  const std::string words = folded(line.text);
  all.push_back({terse_words(words), status, line});
  for (const Forms& forms : all_forms) {
    if (!words.ends_with(forms.ending)) continue;
    const std::string stem = words.substr(0, words.size() - forms.ending.size());
    for_each_part(forms.others, " ", [&](std::string_view other) {
      const std::string form = terse_words(stem + std::string(other));
      const bool is_noun = std::find(std::begin(nouns), std::end(nouns), form) != std::end(nouns);
      if (!is_noun) all.push_back({form, status, line});
    });
  }
}

}  // namespace

std::vector<StatusSpelling> read_statuses(std::span<const EmbeddedFile> files) {
  std::vector<StatusSpelling> all;
  for (const VocabularySection& section : vocabulary_sections(files, "status")) {
    const PageStatus status = status_of(section);
    for (const VocabularyLine& line : section.lines) add_forms(line, status, all);
  }
  std::stable_sort(all.begin(), all.end(), [](const StatusSpelling& a, const StatusSpelling& b) {
    return a.words < b.words;
  });
  return all;
}

const std::vector<StatusSpelling>& status_spellings() {
  static const auto spellings = read_statuses(vocabulary_files());
  return spellings;
}

std::optional<PageStatus> page_status(std::string_view text) {
  const std::string words = terse_words(text);
  const auto& spellings = status_spellings();
  const auto found = std::lower_bound(
      spellings.begin(), spellings.end(), words,
      [](const StatusSpelling& row, const std::string& w) { return row.words < w; });
  if (found == spellings.end() || found->words != words) return std::nullopt;
  return found->status;
}

}  // namespace aliprotect
