#pragma once

#include <optional>
#include <string_view>

namespace aliprotect {

/// How a trade ended.
enum class EndReason {
  confirmed,         ///< the buyer confirmed the receipt
  closed_by_itself,  ///< the time to confirm ran out
  cancelled,         ///< not paid, not sent, or cancelled
  refunded,          ///< a dispute that the seller accepted or left unanswered
};

/// Reads `end_reason` of AliExpress's data copy or `order_end_reason` of its interfaces. Returns
/// nullopt for unknown reasons and for those that do not say how, such as `trade_close`.
std::optional<EndReason> end_reason(std::string_view code);

}  // namespace aliprotect
