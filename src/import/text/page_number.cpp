#include "import/text/page_number.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>

#include "aliprotect/error.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/merge/row.h"
#include "import/table/column_names.h"
#include "import/text/folded_name.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

/// Returns the name of the parameter at the end of `text`: `orderid` of
/// `https://…/detail.html?orderId`.
std::string parameter_at_end(std::string_view text) {
  std::string name;
  while (!text.empty() && (is_letter(text.back()) || text.back() == '_')) {
    if (text.back() != '_') name.insert(name.begin(), to_lower(text.back()));
    text.remove_suffix(1);
  }
  return name;
}

bool names_order(std::string_view parameter) {
  constexpr std::string_view names[] = {"orderid", "tradeorderid", "tradeid", "oids", "orderids"};
  return std::find(std::begin(names), std::end(names), parameter) != std::end(names);
}

/// Digits with commas between them, which URLs may write as `%2C`.
std::string take_digits_and_commas(std::string_view text) {
  std::string list;
  while (!text.empty()) {
    const bool is_escaped = same_word(text.substr(0, 3), "%2c");
    if (!is_escaped && !is_digit(text.front()) && text.front() != ',') break;
    list += is_escaped ? ',' : text.front();
    text.remove_prefix(is_escaped ? 3 : 1);
  }
  return list;
}

std::string_view number_in_url(std::string_view url, std::set<std::string>& numbers) {
  for (std::size_t at = url.find('='); at != std::string_view::npos; at = url.find('=', at + 1)) {
    if (!names_order(parameter_at_end(url.substr(0, at)))) continue;
    const std::string list = take_digits_and_commas(url.substr(at + 1));
    for_each_part(list, ",", [&](std::string_view number) { numbers.emplace(number); });
  }
  if (numbers.empty()) throw RowError(in_quotes(url) + " is not a URL with an order number");
  if (numbers.size() > 1)
    throw RowError(in_quotes(url) + " names several orders; give one at a time");
  return *numbers.begin();
}

/// Whether the `text` before a number says that it is an order number.
bool is_label(std::string_view text) {
  constexpr std::string_view signs[] = {"", "no", "nr", "n", "order", "id"};
  const std::string name = bare_name(text);
  if (std::find(std::begin(signs), std::end(signs), name) != std::end(signs)) return true;
  const auto meaning = meaning_of_column(text);
  return meaning && meaning->role == Role::number;
}

std::string_view without_label(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_digit) - text.begin();
  const auto size = static_cast<std::size_t>(first);
  if (size == 0 || text.front() == '-' || text.front() == '+') return text;
  return is_label(text.substr(0, size)) ? text.substr(size) : text;
}

/// Whether floating point keeps all digits of the number.
bool is_exact_as_fraction(std::string_view text) {
  constexpr std::uint64_t highest = std::uint64_t{1} << 53;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size() && number < highest;
}

std::string_view without_fraction(std::string_view text) {
  if (!text.ends_with(".0")) return text;
  const std::string_view whole = text.substr(0, text.size() - 2);
  return is_exact_as_fraction(whole) ? whole : text;
}

}  // namespace

OrderNumber read_printed_number(std::string_view text) {
  const std::string plain = in_plain_signs(text);
  const bool is_url = plain.find_first_of("/=") != std::string::npos;
  try {
    std::set<std::string> numbers;
    if (is_url) return OrderNumber::read(number_in_url(plain, numbers));
    return OrderNumber::read(without_fraction(without_label(plain)));
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
}

std::optional<OrderNumber> printed_number(std::string_view text) {
  try {
    return read_printed_number(text);
  } catch (const RowError&) {
    return std::nullopt;
  }
}

}  // namespace aliprotect
