// Typed amounts of money and order numbers.
#include "aliprotect/money.h"
#include "aliprotect/error.h"
#include "aliprotect/order.h"
#include "fuzz/target.h"
#include "import/text/page_price.h"

namespace aliprotect::fuzz {
namespace {

template <typename Read>
void value_or_sentence(const Read& read) {
  try {
    read();
  } catch (const UserError& error) {
    expect_sentence(error.what());
  }
}

}  // namespace

void try_input(std::string_view input) {
  Bytes bytes(input.substr(0, 1));
  constexpr const char* codes[] = {"USD", "JPY", "KWD"};
  const std::size_t chosen = bytes.below(4);
  std::optional<Currency> fallback;
  if (chosen < 3) fallback = Currency::from_code(codes[chosen]);
  const std::string_view text = input.substr(input.empty() ? 0 : 1);
  value_or_sentence([&] {
    const Money money = read_money(text, fallback);
    expect(money.minor >= 0, "no amount is negative");
    expect(from_amount(amount_text(money), money.currency) == money, "an amount is read back");
    expect(read_money(to_text(money), fallback) == money, "money is read back");
    Totals totals;
    for (int i = 0; i < 4; ++i) add_to(totals, money);
  });
  value_or_sentence([&] {
    const OrderNumber number = OrderNumber::read(text);
    expect(OrderNumber::read(number.text()) == number, "an order number is read back");
  });
  if (fallback) {
    if (const auto money = from_amount(text, *fallback))
      expect(amount_text(*money) == text, "an amount has only one accepted form");
  }
}

}  // namespace aliprotect::fuzz
