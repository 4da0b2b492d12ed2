#pragma once

#include <optional>
#include <string_view>

namespace aliprotect {

/// How a trade ended.
enum class EndReason {
  confirmed,         ///< the buyer confirmed the receipt
  closed_by_itself,  ///< nobody did within the time
  cancelled,         ///< not paid, not sent, or called off
  refunded,          ///< a dispute that the seller accepted or left unanswered
};

/// Reads `end_reason` of AliExpress's data copy or `order_end_reason` of its interfaces (cli 5).
/// Nothing for a reason that does not tell, such as `trade_close`, or that is not known.
std::optional<EndReason> end_reason(std::string_view code);

}  // namespace aliprotect
