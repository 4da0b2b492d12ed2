#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/text/vocabulary.h"

namespace aliprotect {

/// The event that a mail of AliExpress reports.
enum class MailKind {
  confirmed,
  ready,  ///< to be shipped
  shipped,
  partially_shipped,
  collected,   ///< by the carrier
  on_its_way,  ///< a parcel is somewhere between seller and buyer
  delivered,   ///< according to the carrier
  awaiting_confirmation,
  completed,  ///< by the site
  closed,     ///< for an unstated reason
};

/// Returns the name of a kind in data/import and in the reader's output.
std::string_view to_string(MailKind kind);
std::optional<MailKind> mail_kind_from_string(std::string_view name);

/// The contents of a subject.
struct MailSubject {
  std::optional<MailKind> kind;
  bool is_forward = false;
  std::vector<std::string> orders;    ///< their numbers
  std::vector<std::string> tracking;  ///< numbers of parcels
};

/// Reads a decoded subject in one of the languages of data/import. Case, accents and punctuation do
/// not matter. If it contains several known phrases, the longest counts.
MailSubject read_mail_subject(std::string_view subject);

/// A phrase of subjects.
struct MailPhrase {
  std::string words;  ///< bare words (import/text/page_text.h)
  std::string_view meaning;
  VocabularyLine line;
};

/// Returns the phrases in `files`: those of each kind of mail, and those for `forward`, `order` and
/// `parcel`. Throws VocabularyError.
std::vector<MailPhrase> read_mail_phrases(std::span<const EmbeddedFile> files);

}  // namespace aliprotect
