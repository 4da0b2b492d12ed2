#include "rules/outcomes.h"

#include "aliprotect/error.h"

namespace aliprotect {
namespace {

/// The income and the payments of a choice.
struct Row {
  Choice choice;
  bool sold;
  int costs;
  bool gift;
  bool repaid;  ///< AliExpress refunds the cost of the order
  const char* assumes;
};

// clang-format off
constexpr Row rows[] = {
    {Choice::keep, true, 1, false, false, "The sale is final, and nothing more is sent"},
    {Choice::resend, true, 2, false, false, "The sale is final, and a second item is sent at the same cost"},
    {Choice::refund, false, 1, false, false, "The client is refunded the sale price, and AliExpress refunds nothing"},
    {Choice::refund_repaid, false, 0, false, true, "The client is refunded the sale price, and AliExpress refunds the cost"},
    {Choice::resend_repaid, true, 1, false, true, "A second item is sent at the same cost, and AliExpress refunds one of them"},
    {Choice::gift, true, 1, true, false, "The sale is final, and a free extra item is sent at the gift cost"},
};
// clang-format on

void take_off(Money& from, const Money& amount) {
  if (!__builtin_sub_overflow(from.minor, amount.minor, &from.minor)) return;
  throw UserError("the amounts in " + std::string(amount.currency.code()) +
                  " are too large to calculate with; correct them with `edit`");
}

Money profit_of(const Row& row, const Trade& trade) {
  Money profit = trade.sale_price;
  if (!row.sold) profit.minor = 0;
  for (int paid = 0; paid < row.costs; ++paid) take_off(profit, trade.cost);
  if (row.gift) take_off(profit, *trade.gift_cost);
  return profit;
}

const char* refund_condition(RefundHurdle hurdle) {
  switch (hurdle) {
    case RefundHurdle::none:
      return "";
    case RefundHurdle::goods_arrived:
      return "; it does so only for goods that did not arrive or are not as described";
    case RefundHurdle::order_closed:
      return "; it does not do so for a closed order such as this one";
  }
  return "";
}

}  // namespace

std::string_view to_string(Choice value) {
  switch (value) {
    case Choice::keep:
      return "keep";
    case Choice::resend:
      return "resend";
    case Choice::refund:
      return "refund";
    case Choice::refund_repaid:
      return "refund_repaid";
    case Choice::resend_repaid:
      return "resend_repaid";
    case Choice::gift:
      return "gift";
  }
  return {};
}

RefundHurdle refund_hurdle(const Order& order, const Clocks& clocks, Status status) {
  if (clocks.delivered) return RefundHurdle::goods_arrived;
  if (status == Status::confirmed || status == Status::auto_closed) {
    return RefundHurdle::order_closed;
  }
  const Dispute* dispute = current_dispute(order);
  const bool rejected = dispute && dispute->outcome == Outcome::rejected;
  return rejected ? RefundHurdle::order_closed : RefundHurdle::none;
}

std::vector<ChoiceProfit> outcomes_of(const Trade& trade, RefundHurdle hurdle) {
  std::vector<ChoiceProfit> outcomes;
  for (const Row& row : rows) {
    if (row.gift && !trade.gift_cost) continue;
    const std::string assumes =
        std::string(row.assumes) + (row.repaid ? refund_condition(hurdle) : "");
    outcomes.push_back({row.choice, profit_of(row, trade), assumes + "."});
  }
  return outcomes;
}

}  // namespace aliprotect
