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

/// ISO 4217 gives them cents, but shops print none. (The yen and its like have none at all.)
constexpr std::string_view printed_without_decimals[] = {"COP", "HUF", "IDR", "KZT",
                                                         "RUB", "TWD", "UZS"};

bool is_printed_without_decimals(const Currency& currency) {
  return std::find(std::begin(printed_without_decimals), std::end(printed_without_decimals),
                   currency.code()) != std::end(printed_without_decimals);
}

/// A gift adds nothing to a sum.
constexpr std::string_view no_price[] = {"-",         "--",         "\u2013",  "\u2014",
                                         "free",      "free gift",  "gratis",  "gratuit",
                                         "kostenlos", "bezpłatnie", "darmowe", "бесплатно"};

bool states_nothing(std::string_view price) {
  return is_blank(price) ||
         std::find(std::begin(no_price), std::end(no_price), folded(price)) != std::end(no_price);
}

/// `(US $5.00)`, as accounts print what is paid back.
bool is_in_brackets(std::string_view price) {
  return price.starts_with('(') && price.ends_with(')');
}

/// `US $`, `1.234` and what follows.
struct Parts {
  std::string before;
  std::string amount;
  std::string after;
  bool has_no_cents = false;  ///< `5,-`
};

/// Takes the dash of `5,-` away, by which shops say that there are no cents.
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

/// What the marks before and behind the amount can stand for: a list for each.
std::vector<std::vector<Currency>> marked_currencies(const Parts& parts) {
  std::vector<std::vector<Currency>> marked;
  for (const std::string_view mark : {trimmed(parts.before), trimmed(parts.after)}) {
    if (!mark.empty()) marked.push_back(currencies_marked(mark));
  }
  return marked;
}

/// The currency that is written, or the fallback where it is one of those that are; nothing where
/// that leaves it open.
std::optional<Currency> currency_of(const std::vector<std::vector<Currency>>& marked,
                                    std::optional<Currency> fallback) {
  bool is_possible = marked.empty();
  for (const auto& currencies : marked) {
    if (currencies.size() == 1) return currencies.front();
    is_possible = is_possible ||
                  (fallback && std::count(currencies.begin(), currencies.end(), *fallback) > 0);
  }
  return is_possible ? fallback : std::nullopt;
}

/// `1.234`: one separator, three digits behind it and no zero before.
bool is_one_group(std::string_view amount) {
  const auto separator = amount.find_first_of(".,");
  return separator != std::string_view::npos && separator >= 1 && separator <= 3 &&
         amount.front() != '0' && amount.size() == separator + 4 &&
         std::count_if(amount.begin(), amount.end(), is_digit) + 1 ==
             static_cast<std::ptrdiff_t>(amount.size());
}

/// `€`, `US $`: programs write codes, and any number of decimals before them; shops print signs.
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

std::optional<Money> read_page_price(std::string_view text, std::optional<Currency> fallback) {
  const std::string price = in_plain_signs(text.substr(0, text.find('|')));
  if (states_nothing(price)) return std::nullopt;
  if (is_in_brackets(price)) {
    throw RowError("invalid amount " + in_quotes(price) +
                   ": an amount in brackets is negative; give an amount of 0 or more");
  }
  const Parts parts = split(price);
  const auto marked = marked_currencies(parts);
  const bool all_known = std::none_of(marked.begin(), marked.end(),
                                      [](const auto& currencies) { return currencies.empty(); });
  try {
    if (parts.amount.empty() || !all_known) return read_money(price, fallback);  // it says why not
    if (const auto currency = currency_of(marked, fallback)) return read(price, parts, *currency);
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
  throw CurrencyUnknown("the currency of " + in_quotes(price) +
                        " is not known; give it with --currency");
}

std::optional<Currency> currency_named(std::string_view text) {
  const auto currencies = currencies_marked(in_plain_signs(text));
  return currencies.size() == 1 ? std::optional(currencies.front()) : std::nullopt;
}

std::optional<Currency> currency_named(std::string_view text, std::optional<Currency> fallback) {
  if (const auto currency = currency_named(text)) return currency;
  const auto possible = currencies_marked(in_plain_signs(text));
  const bool is_possible = fallback && std::count(possible.begin(), possible.end(), *fallback) > 0;
  return is_possible ? fallback : std::nullopt;
}

}  // namespace aliprotect
