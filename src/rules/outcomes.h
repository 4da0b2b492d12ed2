#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aliprotect/protection.h"

namespace aliprotect {

/// What a reseller can do about one order (domain 9); `…_repaid` where AliExpress refunds its cost.
enum class Choice { keep, resend, refund, refund_repaid, resend_repaid, gift };

std::string_view to_string(Choice value);

/// What one order brings in and costs; all amounts are in one currency.
struct Trade {
  Money sale_price;
  Money cost;
  std::optional<Money> gift_cost;  ///< of a free extra item
};

/// What the record says against a refund by AliExpress; which goods are bad it cannot say.
enum class RefundHurdle { none, goods_came, order_closed };
RefundHurdle refund_hurdle(const Order& order, const Clocks& clocks, Status status);

struct ChoiceProfit {
  Choice choice;
  Money profit;         ///< negative: a loss
  std::string assumes;  ///< one sentence
};

/// The profit of each choice, in the order of `Choice`; a gift only where its cost is known. Throws
/// UserError where amounts are too large to be reckoned with.
std::vector<ChoiceProfit> outcomes_of(const Trade& trade, RefundHurdle hurdle);

}  // namespace aliprotect
