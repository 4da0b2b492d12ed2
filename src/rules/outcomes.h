#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// What a reseller can do about one order; with `…_repaid`, AliExpress refunds the cost.
enum class Choice { keep, resend, refund, refund_repaid, resend_repaid, gift };

std::string_view to_string(Choice value);

/// The income and the cost of one order, all in the same currency.
struct Trade {
  Money sale_price;
  Money cost;
  std::optional<Money> gift_cost;  ///< the cost of a free extra item
};

/// The fact that makes a refund by AliExpress unlikely. Facts do not say whether delivered goods
/// are as described.
enum class RefundHurdle { none, goods_arrived, order_closed };
RefundHurdle refund_hurdle(const Order& order, const Clocks& clocks, Status status);

struct ChoiceProfit {
  Choice choice;
  Money profit;         ///< negative: a loss
  std::string assumes;  ///< one sentence
};

/// Returns the profit of each choice, in the order of `Choice`; a gift only if its cost is known.
/// Throws UserError if the amounts are too large.
std::vector<ChoiceProfit> outcomes_of(const Trade& trade, RefundHurdle hurdle);

}  // namespace aliprotect
