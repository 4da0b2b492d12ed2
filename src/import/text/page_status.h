#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/text/vocabulary.h"

namespace aliprotect {

/// The state of an order when its page was exported.
enum class PageStatus {
  awaiting_payment,
  awaiting_shipment,  ///< paid or being verified; a cancellation may have been requested
  partially_shipped,
  shipped,  ///< under way: "awaiting delivery"
  ready_for_pickup,
  delivered,  ///< the receipt is not confirmed yet
  completed,  ///< the receipt is confirmed, by the buyer or automatically
  cancelled,
  in_dispute,
  refunded,
  unclear,  ///< says nothing certain about goods or money: frozen, partly refunded, unknown
  closed,   ///< over; only an end reason says how
};

/// Returns the meaning of a status in data/import: a word of a page in one of its languages, or a
/// code of AliExpress's data copy and interfaces. Case, accents, blanks, punctuation, articles,
/// gender and number do not matter. Returns nullopt for an unknown word.
std::optional<PageStatus> page_status(std::string_view text);

struct StatusSpelling {
  std::string words;
  PageStatus status;
  VocabularyLine line;
};

/// Returns the spellings in `files` and their forms as terse words (import/text/page_text.h),
/// sorted. A spelling that two languages share is listed twice. Throws VocabularyError.
std::vector<StatusSpelling> read_statuses(std::span<const EmbeddedFile> files);

/// Returns the spellings in data/import.
const std::vector<StatusSpelling>& status_spellings();

}  // namespace aliprotect
