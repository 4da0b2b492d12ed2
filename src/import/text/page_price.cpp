#include "import/text/page_price.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "aliprotect/error.h"
#include "core/money/currency.h"
#include "core/text/blank.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

/// Currencies with cents in ISO 4217 for which shops print none. (The yen has no cents.)
constexpr std::string_view printed_without_decimals[] = {"COP", "HUF", "IDR", "KZT",
                                                         "RUB", "TWD", "UZS"};

bool is_printed_without_decimals(const Currency& currency) {
  return std::find(std::begin(printed_without_decimals), std::end(printed_without_decimals),
                   currency.code()) != std::end(printed_without_decimals);
}

/// Words for a price of zero: a gift adds nothing to a sum.
constexpr std::string_view no_price[] = {"-",         "--",         "\u2013",  "\u2014",
                                         "free",      "free gift",  "gratis",  "gratuit",
                                         "kostenlos", "bezpłatnie", "darmowe", "бесплатно"};

bool states_nothing(std::string_view price) {
  return is_blank(price) ||
         std::find(std::begin(no_price), std::end(no_price), folded(price)) != std::end(no_price);
}

/// `US $`, `1.234` and the text after them.
struct Parts {
  std::string before;
  std::string amount;
  std::string after;
  bool has_no_cents = false;  ///< `5,-`
};

/// Removes the dash of `5,-`, which means that there are no cents.
void take_dash_for_cents(Parts& parts) {
  constexpr std::string_view dashes[] = {"--", "-", "\u2013", "\u2014"};
  if (!parts.after.starts_with(',') && !parts.after.starts_with('.')) return;
  for (const std::string_view dash : dashes) {
    if (!std::string_view(parts.after).substr(1).starts_with(dash)) continue;
    parts.has_no_cents = true;
    parts.after.erase(0, 1 + dash.size());
    return;
  }
}

Parts split(const std::string& price) {
  const auto first = std::find_if(price.begin(), price.end(), is_digit);
  const auto last =
      std::find_if(price.rbegin(), std::make_reverse_iterator(first), is_digit).base();
  Parts parts{{price.begin(), first}, {first, last}, {last, price.end()}};
  take_dash_for_cents(parts);
  return parts;
}

/// `-US $2.93`, `US $-2.93`, `(US $2.93)`
bool is_negative(std::string_view price, const Parts& parts) {
  if (price.starts_with('(') && price.ends_with(')')) return true;
  constexpr std::string_view minus_signs[] = {"-", "\u2212", "\u2013"};
  return !parts.amount.empty() &&
         std::any_of(std::begin(minus_signs), std::end(minus_signs), [&](std::string_view sign) {
           return parts.before.find(sign) != std::string::npos;
         });
}

/// The currencies that the marks before and after the amount can mean, one list each.
std::vector<std::vector<Currency>> marked_currencies(const Parts& parts) {
  std::vector<std::vector<Currency>> marked;
  for (const std::string_view mark : {trimmed(parts.before), trimmed(parts.after)}) {
    if (!mark.empty()) marked.push_back(currencies_marked(mark));
  }
  return marked;
}

/// Returns the one of `currencies` that an ambiguous sign means.
std::optional<Currency> chosen(const std::vector<Currency>& currencies,
                               std::optional<Currency> fallback, std::optional<Currency> dollar) {
  if (currencies.size() == 1) return currencies.front();
  for (const auto& possible : {fallback, dollar}) {
    if (possible && std::count(currencies.begin(), currencies.end(), *possible) > 0)
      return possible;
  }
  return std::nullopt;
}

/// Returns the currency as written, or `fallback` if none is written.
std::optional<Currency> currency_of(const std::vector<std::vector<Currency>>& marked,
                                    std::optional<Currency> fallback,
                                    std::optional<Currency> dollar) {
  for (const auto& currencies : marked) {
    if (currencies.size() == 1) return currencies.front();
  }
  for (const auto& currencies : marked) {
    if (const auto currency = chosen(currencies, fallback, dollar)) return currency;
  }
  return marked.empty() ? fallback : std::nullopt;
}

/// `1.234`: one separator, three digits after it and no leading zero.
bool is_one_group(std::string_view amount) {
  const auto separator = amount.find_first_of(".,");
  return separator != std::string_view::npos && separator >= 1 && separator <= 3 &&
         amount.front() != '0' && amount.size() == separator + 4 &&
         std::count_if(amount.begin(), amount.end(), is_digit) + 1 ==
             static_cast<std::ptrdiff_t>(amount.size());
}

/// Whether the currency is written as a sign such as `€`: shops print signs, programs write codes
/// with any number of decimals.
bool has_sign(const Parts& parts) {
  const std::string_view marks[] = {trimmed(parts.before), trimmed(parts.after)};
  return std::any_of(std::begin(marks), std::end(marks), [](std::string_view mark) {
    return !mark.empty() && !Currency::from_code(mark);
  });
}

/// Whether `1.234` can only be thousands.
bool is_sure_of_thousands(const Parts& parts, const Currency& currency) {
  return is_printed_without_decimals(currency) || (currency.minor_digits() == 2 && has_sign(parts));
}

Money read(const std::string& price, Parts parts, const Currency& currency) {
  if (parts.has_no_cents) {
    const char point = parts.amount.find('.') == std::string::npos ? '.' : ',';
    const auto digits = static_cast<std::size_t>(currency.minor_digits());
    if (digits > 0) parts.amount += point + std::string(digits, '0');
  } else if (is_one_group(parts.amount) && is_sure_of_thousands(parts, currency)) {
    parts.amount.erase(parts.amount.find_first_of(".,"), 1);
  } else {
    return read_money(price, currency);
  }
  return read_money(parts.before + parts.amount + parts.after, currency);
}

}  // namespace

CurrencyUnknown::CurrencyUnknown(std::string_view price)
    : RowError(in_quotes(price) + " has no known currency") {}

NegativePrice::NegativePrice(std::string_view price)
    : RowError(in_quotes(price) + " is negative, so it is a coupon or a refund, not a price") {}

std::optional<Money> read_page_price(std::string_view text, std::optional<Currency> fallback,
                                     std::optional<Currency> dollar) {
  const std::string price = in_plain_signs(text.substr(0, text.find('|')));
  if (states_nothing(price)) return std::nullopt;
  const Parts parts = split(price);
  if (is_negative(price, parts)) throw NegativePrice(price);
  const auto marked = marked_currencies(parts);
  const bool all_known = std::none_of(marked.begin(), marked.end(),
                                      [](const auto& currencies) { return currencies.empty(); });
  try {
    if (parts.amount.empty() || !all_known) return read_money(price, fallback);  // it says why not
    const auto currency = currency_of(marked, fallback, dollar);
    if (currency) return read(price, parts, *currency);
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
  throw CurrencyUnknown(price);
}

std::optional<Currency> currency_named(std::string_view text, std::optional<Currency> fallback,
                                       std::optional<Currency> dollar) {
  return chosen(currencies_marked(in_plain_signs(text)), fallback, dollar);
}

}  // namespace aliprotect
