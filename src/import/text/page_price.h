#pragma once

#include <optional>
#include <string_view>

#include "aliprotect/money.h"
#include "import/merge/row.h"

namespace aliprotect {

/// The amount stands there, but not in which currency: the price can be left out, and the row kept.
class CurrencyUnknown : public RowError {
 public:
  using RowError::RowError;
};

/// Reads a price as AliExpress's pages and their exports print it: `US $1,234.56`, `1.234,56 €`,
/// `129,46zł`, `R$ 12,00`, `1 234 ₽`, `₩12,345`, `€ 1.250,-`, `12,34 Euro`; of `US
/// $25.09|25|09` the first part. What is written wins over `fallback`. Nothing where the text is
/// blank or a dash. `1.234` alone: thousands where shops of that currency print no decimals
/// (rubles, rupiahs, yen), and beside a sign (`US $1,234`, `1.234 €`), as no shop prints a third
/// decimal of a currency that has two; refused beside a code or nothing, where a program may have
/// computed three decimals. Throws CurrencyUnknown, else RowError where it is no price.
std::optional<Money> read_page_price(std::string_view text, std::optional<Currency> fallback);

/// The currency that a column of its own names: `EUR`, `€`, `US $`, `zł`, `Euro`. Nothing for a
/// blank, for a mark of several currencies such as `$` or `Dollar`, and for what is none.
std::optional<Currency> currency_named(std::string_view text);
/// The same, where a mark of several currencies can be that of `fallback`.
std::optional<Currency> currency_named(std::string_view text, std::optional<Currency> fallback);

}  // namespace aliprotect
