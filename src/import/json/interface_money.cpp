#include "import/json/interface_money.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "core/text/quote.h"
#include "import/merge/row.h"

namespace aliprotect {
namespace {

using nlohmann::json;

std::int64_t whole_number(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && end == text.data() + text.size() && number >= 0) return number;
  throw RowError(in_quotes(text) + " is not an amount in cents");
}

/// `{"cent": 1234, "cent_factor": 100}` is 12.34: the factor is the number of cents in one unit.
std::string amount_of_cents(const JsonMembers& money) {
  const std::string cents = money.text({"cent"});
  if (cents.empty()) return {};
  const std::string factor = money.text({"centfactor"});
  const std::int64_t one = factor.empty() ? 100 : whole_number(factor);
  const auto decimals = std::to_string(one).size() - 1;
  if (one == 0 || std::to_string(one) != "1" + std::string(decimals, '0'))
    throw RowError(in_quotes(factor) + " is not a number of cents: expected 1, 10, 100 or 1000");
  const std::int64_t amount = whole_number(cents);
  if (decimals == 0) return std::to_string(amount);
  const std::string rest = std::to_string(amount % one);
  return std::to_string(amount / one) + "." + std::string(decimals - rest.size(), '0') + rest;
}

std::string currency_of(const JsonMembers& money) {
  const json* currency = money.find({"currency"});
  if (currency && currency->is_object()) return JsonMembers(*currency).text({"currencycode"});
  return money.text({"currency"});
}

InterfaceMoney money_in(const json& object) {
  const JsonMembers members(object);
  InterfaceMoney money{members.text({"amount", "amountstr"}), members.text({"currencycode"})};
  if (money.amount.empty()) money.amount = amount_of_cents(members);
  if (money.currency.empty()) money.currency = currency_of(members);
  return money;
}

/// The member with an amount, and the member with its currency if the amount is a plain number.
struct Price {
  std::string_view amount;
  std::string_view currency;
};

/// The first member that exists is the price: what the buyer was charged comes first, then the
/// amount changed by the seller. The settled and the initial amount only approximate it.
constexpr Price prices[] = {
    {"userorderamount", "userorderamountcur"},
    {"neworderamount", "neworderamountcur"},
    {"orderamount", "orderamountcur"},
    {"payamount", "payamountcur"},
    {"payamountbysettlementcur", "settlementcurrency"},
    {"initoderamount", "initoderamountcur"},
};

}  // namespace

InterfaceMoney price_of_order(const JsonMembers& order) {
  for (const Price& price : prices) {
    const json* value = order.find({price.amount});
    if (!value) continue;
    InterfaceMoney money;
    if (!value->is_structured()) {
      money = {order.text({price.amount}), order.text({price.currency, "currencycode"})};
    } else if (const auto objects = objects_within(value); !objects.empty()) {
      money = money_in(*objects.front());
    }
    if (!money.amount.empty()) return money;
  }
  return {};
}

}  // namespace aliprotect
