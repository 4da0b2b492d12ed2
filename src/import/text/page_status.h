#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/text/vocabulary.h"

namespace aliprotect {

/// What an order was when its page was exported.
enum class PageStatus {
  awaiting_payment,
  awaiting_shipment,  ///< paid or being verified; a cancellation may be asked for
  partially_shipped,
  shipped,  ///< under way: "awaiting delivery"
  ready_for_pickup,
  delivered,  ///< the receipt is not confirmed yet
  completed,  ///< the receipt is confirmed, by the buyer or by itself; the review may be missing
  finished,   ///< over, the money on its way: the receipt is confirmed unless an end reason tells
  cancelled,
  in_dispute,
  refunded,
  frozen,  ///< held by AliExpress, refunded in part or yet to be, or settled: shipped or not
  closed,  ///< over, and the word does not say how: an end reason may
};

/// Returns the meaning of a status in data/import: a word of a page in one of its languages, or a
/// code of AliExpress's data copy and interfaces. Case, accents, blanks, punctuation, articles,
/// gender and number do not matter. Nothing for an unknown word.
std::optional<PageStatus> page_status(std::string_view text);

/// Whether the status tells nothing of the goods or the money that could be recorded.
bool is_unclear(std::optional<PageStatus> status);

struct StatusSpelling {
  std::string words;
  PageStatus status;
  VocabularyLine line;
};

/// The spellings in `files` and their forms as terse words (import/text/page_text.h), sorted. A
/// spelling that two languages share is listed once for each. Throws VocabularyError.
std::vector<StatusSpelling> read_statuses(std::span<const EmbeddedFile> files);

/// Those of data/import.
const std::vector<StatusSpelling>& status_spellings();

}  // namespace aliprotect
