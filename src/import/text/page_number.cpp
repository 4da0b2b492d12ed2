#include "import/text/page_number.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>

#include "aliprotect/error.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "import/merge/row.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::string_view digits = "0123456789";

/// What stands behind `orderId=` in an address.
std::string_view number_in_address(std::string_view address) {
  constexpr std::string_view key = "orderid=";
  for (std::size_t at = 0; at + key.size() < address.size(); ++at) {
    if (!same_word(address.substr(at, key.size()), key)) continue;
    const std::string_view rest = address.substr(at + key.size());
    return rest.substr(0, rest.find_first_not_of(digits));
  }
  throw RowError(in_quotes(address) + " is no address with an order number");
}

std::string_view without_sign(std::string_view text) {
  for (const std::string_view sign : {"#", "No.", "no.", "No", "Nr.", "nr."}) {
    if (text.starts_with(sign)) return trimmed(text.substr(sign.size()));
  }
  return text;
}

/// Up to here a program that counts with fractions keeps each digit.
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

OrderNumber read_printed_number(std::string_view cell) {
  const std::string plain = in_plain_signs(cell);
  const bool is_address = plain.find_first_of("/=") != std::string::npos;
  try {
    if (is_address) return OrderNumber::read(number_in_address(plain));
    return OrderNumber::read(without_fraction(without_sign(plain)));
  } catch (const UserError& error) {
    throw RowError(error.what());
  }
}

}  // namespace aliprotect
