#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/table/column_role.h"
#include "import/text/vocabulary.h"

namespace aliprotect {

/// A line such as `Order date: Sep 13, 2026` or `Refund if no delivery before Nov 30, 2026`.
struct LabelledText {
  Role role = Role::ignored;
  std::string value;       ///< empty if the line is the label alone
  bool is_phrase = false;  ///< from a `label` section
};

/// Reads a line of an order page or a mail in one of the languages of data/import: a column name
/// alone or followed by a colon, or a phrase of a `label` section. Returns nullopt for any other
/// line.
std::optional<LabelledText> read_label(std::string_view line);

/// Whether the line promises a coupon if the order is delivered late, so that its date is the
/// guaranteed delivery date and its text the fact `late_credit`.
bool is_coupon_promise(const LabelledText& label);

struct LabelPhrase {
  std::string words;  ///< folded (import/text/page_text.h)
  Role role;
  VocabularyLine line;
};

/// Returns the phrases in `files`. Throws VocabularyError.
std::vector<LabelPhrase> read_label_phrases(std::span<const EmbeddedFile> files);

}  // namespace aliprotect
