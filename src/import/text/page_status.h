#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

/// Reads the status that a page prints, in English, German, French, Spanish, Portuguese, Italian,
/// Dutch, Polish or Russian, that AliExpress's data copy and interfaces give as a code, or that
/// this program derives. Case, accents, blanks, punctuation and articles do not matter, nor do
/// gender and number. Nothing for a word that is not known.
std::optional<PageStatus> page_status(std::string_view text);

/// Whether the status tells nothing of the goods or the money that could be recorded.
bool is_unclear(std::optional<PageStatus> status);

struct StatusSpelling {
  std::string words;
  PageStatus status;
};

/// All spellings and their forms as terse words (import/page_text.h), sorted. One that languages
/// share stands there once for each.
const std::vector<StatusSpelling>& status_spellings();

}  // namespace aliprotect
