#include "reader/order_links.h"

#include <algorithm>
#include <optional>

#include "core/text/scanner.h"
#include "core/text/split.h"

namespace aliprotect {
namespace {

std::optional<int> hex_digit(char c) {
  if (is_digit(c)) return c - '0';
  const char low = to_lower(c);
  return low >= 'a' && low <= 'f' ? std::optional(low - 'a' + 10) : std::nullopt;
}

/// `%2C` becomes a comma.
std::string decoded(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
    plain += low ? static_cast<char>(*high * 16 + *low) : text[i];
    if (low) i += 2;
  }
  return plain;
}

void add(std::string_view number, std::vector<std::string>& numbers) {
  if (std::find(numbers.begin(), numbers.end(), number) == numbers.end())
    numbers.emplace_back(number);
}

/// Calls `take` with the values of a parameter.
template <typename Take>
void for_each_value(std::string_view text, std::string_view parameter, const Take& take) {
  for (auto at = text.find(parameter); at != std::string_view::npos;
       at = text.find(parameter, at + 1)) {
    const bool begins =
        at > 0 && (text[at - 1] == '?' || text[at - 1] == '&' || text[at - 1] == ';');
    const std::string_view rest = text.substr(at + parameter.size());
    if (begins) take(rest.substr(0, rest.find_first_of("&#\"'<> \t\r\n")));
  }
}

bool may_be_tracking(std::string_view text) {
  const auto is_sign = [](char c) { return is_digit(c) || is_letter(c); };
  return text.size() >= 6 && text.size() <= 40 && std::all_of(text.begin(), text.end(), is_sign) &&
         std::any_of(text.begin(), text.end(), is_digit);
}

}  // namespace

bool is_order_number(std::string_view text) {
  return text.size() >= 14 && text.size() <= 16 && std::all_of(text.begin(), text.end(), is_digit);
}

void add_linked_numbers(std::string_view text, LinkedNumbers& numbers) {
  if (text.find("rder") == std::string_view::npos && text.find("o_ids") == std::string_view::npos &&
      text.find("racking") == std::string_view::npos)
    return;
  const std::string plain = decoded(decoded(text));
  for (const std::string_view parameter :
       {"tradeOrderId=", "o_ids=", "orderId=", "orderIds=", "tradeId="}) {
    for_each_value(plain, parameter, [&](std::string_view value) {
      for_each_part(value, ",", [&](std::string_view number) {
        if (is_order_number(number)) add(number, numbers.orders);
      });
    });
  }
  for_each_value(plain, "trackingNumber=", [&](std::string_view value) {
    for_each_part(value, ",", [&](std::string_view number) {
      if (may_be_tracking(number)) add(number, numbers.tracking);
    });
  });
}

}  // namespace aliprotect
