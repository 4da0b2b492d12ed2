#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// An ISO 4217 currency.
class Currency {
 public:
  /// Returns nullopt if `code` is not an ISO 4217 code. Ignores case.
  static std::optional<Currency> from_code(std::string_view code);

  std::string_view code() const { return {code_.data(), code_.size()}; }
  /// The number of decimals: 2 for most currencies, 0 for JPY, 3 for KWD.
  int minor_digits() const { return minor_digits_; }

  auto operator<=>(const Currency&) const = default;

 private:
  std::array<char, 3> code_{};
  int minor_digits_ = 2;
};

/// An amount in minor units of its currency, such as cents.
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  bool operator==(const Money&) const = default;
};

/// The largest accepted price in minor units; it keeps the sums of many orders in range.
inline constexpr std::int64_t max_minor = 999'999'999'999'999;

/// Parses an amount: `12.34`, `12,34`, `US $12.34`, `12.34 EUR`. An amount without a currency uses
/// `fallback`. Throws UserError (usage) for other text and for negative, ambiguous or too precise
/// amounts. Source: aliprotect(1), "MONEY".
Money read_money(std::string_view text, std::optional<Currency> fallback);

/// The amount without its currency, with all decimals: `12.34`, or `1200` for JPY.
std::string amount_text(const Money& money);
/// The inverse of `amount_text`; returns nullopt for any other text.
std::optional<Money> from_amount(std::string_view amount, Currency currency);
/// `12.34 USD`.
std::string to_text(const Money& money);

/// A sum for each currency. Source: aliprotect-rules(7), "MONEY AT RISK".
using Totals = std::map<Currency, std::int64_t>;
void add_to(Totals& totals, const Money& money);

}  // namespace aliprotect
