#pragma once

#include <optional>
#include <string_view>

#include "aliprotect/money.h"
#include "import/merge/row.h"

namespace aliprotect {

/// A price without a currency.
class CurrencyUnknown : public RowError {
 public:
  explicit CurrencyUnknown(std::string_view price);
};

/// An amount below zero: that of a coupon or a refund.
class NegativePrice : public RowError {
 public:
  explicit NegativePrice(std::string_view price);
};

/// Reads a price as AliExpress's pages and their exports print it: `US $1,234.56`, `1.234,56 €`,
/// `129,46zł`, `R$ 12,00`, `1 234 ₽`, `₩12,345`, `€ 1.250,-`, `12,34 Euro`; and the first part
/// of `US $25.09|25|09`. The currency is the written one, or else `fallback`, or else, for a plain
/// `$`, `dollar`. Returns nullopt for a blank or a dash. `1.234` alone means thousands if shops
/// print no decimals of that currency (rubles, rupiahs, yen), and next to a sign (`US $1,234`,
/// `1.234 €`), because no shop prints a third decimal of a currency that has two. It is refused
/// next to a code or alone, because a program may have computed three decimals. Throws
/// CurrencyUnknown or NegativePrice, and RowError for a text that is not a price.
std::optional<Money> read_page_price(std::string_view text, std::optional<Currency> fallback,
                                     std::optional<Currency> dollar = std::nullopt);

/// Returns the currency that a text names: `EUR`, `€`, `US $`, `zł`, `Euro`. An ambiguous sign such
/// as `$` means `fallback` or `dollar` if it can. Returns nullopt for any other text.
std::optional<Currency> currency_named(std::string_view text,
                                       std::optional<Currency> fallback = std::nullopt,
                                       std::optional<Currency> dollar = std::nullopt);

}  // namespace aliprotect
