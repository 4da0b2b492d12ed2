#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace aliprotect {

/// A currency of ISO 4217.
class Currency {
 public:
  /// Nothing where `code` is no ISO 4217 code; case does not matter.
  static std::optional<Currency> from_code(std::string_view code);

  std::string_view code() const { return {code_.data(), code_.size()}; }
  /// Digits after the point: 2 for most, 0 for JPY, 3 for KWD.
  int minor_digits() const { return minor_digits_; }

  auto operator<=>(const Currency&) const = default;

 private:
  std::array<char, 3> code_{};
  int minor_digits_ = 2;
};

/// An amount in minor units of its currency (cents); never a float.
struct Money {
  std::int64_t minor = 0;
  Currency currency;

  bool operator==(const Money&) const = default;
};

/// No price is larger, in minor units, so that the sums of many orders fit.
inline constexpr std::int64_t most_minor = 999'999'999'999'999;

/// Reads MONEY (cli 1): `12.34`, `12,34`, `US $12.34`, `12.34 EUR`. An amount without a currency is
/// in `fallback`. Refuses negative, ambiguous and too precise amounts. Throws UserError (usage).
Money read_money(std::string_view text, std::optional<Currency> fallback);

/// The amount alone, with all its decimals: `12.34`, `1200` for JPY.
std::string amount_text(const Money& money);
/// Reads what `amount_text` writes; nothing else.
std::optional<Money> from_amount(std::string_view amount, Currency currency);
/// `12.34 USD`.
std::string to_text(const Money& money);

/// Sums per currency, never added across (domain 9).
using Totals = std::map<Currency, std::int64_t>;
void add_to(Totals& totals, const Money& money);

}  // namespace aliprotect
