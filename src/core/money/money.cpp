#include "aliprotect/money.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <vector>

#include "aliprotect/error.h"
#include "core/money/amount.h"
#include "core/money/currency.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/suggestions.h"

namespace aliprotect {
namespace {

UserError refusal(std::string_view text, const std::string& problem) {
  return usage_error("invalid amount " + in_quotes(text) + ": " + problem);
}

/// Replaces typographic blanks, apostrophes and minus signs with ASCII characters.
std::string in_plain_characters(std::string_view text) {
  struct Row {
    std::string_view typographic;
    char plain;
  };
  constexpr Row rows[] = {
      {"\u00A0", ' '}, {"\u202F", ' '}, {"\u2009", ' '}, {"\u2019", '\''}, {"\u2212", '-'},
  };
  std::string plain(text);
  for (const Row& row : rows) {
    for (auto at = plain.find(row.typographic); at != std::string::npos;
         at = plain.find(row.typographic, at)) {
      plain.replace(at, row.typographic.size(), 1, row.plain);
    }
  }
  return plain;
}

/// The amount and the text around it, such as `US $` and `12.34`.
struct Parts {
  std::string_view before;
  std::string_view amount;
  std::string_view after;
};

Parts split(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_digit);
  const auto last = std::find_if(text.rbegin(), text.rend(), is_digit).base();
  if (first == text.end()) return {trimmed(text), {}, {}};
  const auto begin = static_cast<std::size_t>(first - text.begin());
  const auto end = static_cast<std::size_t>(last - text.begin());
  return {trimmed(text.substr(0, begin)), text.substr(begin, end - begin),
          trimmed(text.substr(end))};
}

bool is_negative(const Parts& parts) {
  constexpr auto none = std::string_view::npos;
  return parts.before.find('-') != none || parts.after.substr(0, 1) == "-";
}

std::vector<Currency> read_mark(std::string_view text, std::string_view mark) {
  auto currencies = currencies_marked(mark);
  if (currencies.empty())
    throw refusal(text, "unknown currency " + in_quotes(mark) + "; use an ISO code such as EUR");
  return currencies;
}

std::vector<Currency> in_both(const std::vector<Currency>& a, const std::vector<Currency>& b) {
  std::vector<Currency> both;
  std::copy_if(a.begin(), a.end(), std::back_inserter(both), [&b](const Currency& currency) {
    return std::find(b.begin(), b.end(), currency) != b.end();
  });
  return both;
}

/// Returns the currencies that match the marks both before and after the amount; none without a
/// mark.
std::vector<Currency> marked_currencies(std::string_view text, const Parts& parts) {
  if (parts.before.empty() && parts.after.empty()) return {};
  if (parts.after.empty()) return read_mark(text, parts.before);
  if (parts.before.empty()) return read_mark(text, parts.after);
  auto both = in_both(read_mark(text, parts.before), read_mark(text, parts.after));
  if (both.empty()) throw refusal(text, "it has two different currencies");
  return both;
}

/// Lists them: `USD, AUD, CAD or another`.
std::string some_of(const std::vector<Currency>& currencies) {
  constexpr std::size_t most = 4;
  std::vector<std::string> codes;
  for (const Currency& currency : currencies) {
    codes.emplace_back(codes.size() == most ? "another" : currency.code());
    if (codes.size() > most) break;
  }
  return join_with_or(codes);
}

Currency currency_of(std::string_view text, const Parts& parts, std::optional<Currency> fallback) {
  const auto marked = marked_currencies(text, parts);
  if (marked.size() == 1) return marked.front();
  if (marked.empty()) {
    if (fallback) return *fallback;
    throw refusal(text, "it has no currency; write it as \"12.34 USD\" or pass --currency CODE");
  }
  if (fallback && in_both(marked, {*fallback}).size() == 1) return *fallback;
  throw refusal(text, "the currency could be " + some_of(marked) +
                          "; add the code, as in \"12.34 " + std::string(marked.front().code()) +
                          "\"");
}

std::int64_t sum_of(std::int64_t a, std::int64_t b, const Currency& currency) {
  using Limits = std::numeric_limits<std::int64_t>;
  const bool fits = b >= 0 ? a <= Limits::max() - b : a >= Limits::min() - b;
  if (fits) return a + b;
  throw UserError("the amounts in " + std::string(currency.code()) +
                  " are too large to add up; correct the prices or narrow the selection");
}

}  // namespace

Money read_money(std::string_view text, std::optional<Currency> fallback) {
  const std::string plain = in_plain_characters(text);
  const Parts parts = split(plain);
  if (trimmed(plain).empty()) throw refusal(text, "it is empty; write it as \"12.34 USD\"");
  if (parts.amount.empty()) throw refusal(text, "it has no digits; write it as \"12.34 USD\"");
  if (is_negative(parts)) throw refusal(text, "it is negative; give an amount of 0 or more");

  const Currency currency = currency_of(text, parts, fallback);
  const Amount amount = read_amount(parts.amount, currency);
  if (amount.minor) return {*amount.minor, currency};
  throw refusal(text,
                amount.problem.empty() ? "write it as 12.34 or \"12.34 USD\"" : amount.problem);
}

std::string amount_text(const Money& money) {
  const bool negative = money.minor < 0;
  const auto minor = static_cast<std::uint64_t>(money.minor);
  std::string text = std::to_string(negative ? 0 - minor : minor);
  if (const auto digits = static_cast<std::size_t>(money.currency.minor_digits()); digits > 0) {
    if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
    text.insert(text.size() - digits, 1, '.');
  }
  return negative ? "-" + text : text;
}

std::optional<Money> from_amount(std::string_view amount, Currency currency) {
  std::string digits(amount);
  if (const auto point = digits.find('.'); point != std::string::npos) digits.erase(point, 1);
  Money money{0, currency};
  const char* const end = digits.data() + digits.size();
  const auto [read, error] = std::from_chars(digits.data(), end, money.minor);
  if (error != std::errc{} || read != end || amount_text(money) != amount) return std::nullopt;
  return money;
}

std::string to_text(const Money& money) {
  return amount_text(money) + " " + std::string(money.currency.code());
}

void add_to(Totals& totals, const Money& money) {
  std::int64_t& total = totals[money.currency];
  total = sum_of(total, money.minor, money.currency);
}

}  // namespace aliprotect
