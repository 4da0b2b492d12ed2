#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "aliprotect/order.h"
#include "core/quote.h"
#include "core/scanner.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_id = 9;
constexpr std::size_t longest_number = 32;

std::string without_blanks(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const bool no_break = text.substr(0, 2) == "\u00A0";
    if (!no_break && !is_blank(text.front())) kept += text.front();
    text.remove_prefix(no_break ? 2 : 1);
  }
  return kept;
}

/// `3.05861E+15`
bool is_rounded_by_spreadsheet(std::string_view text) {
  Scanner number(text);
  if (number.take_digits().empty()) return false;
  if ((number.take('.') || number.take(',')) && number.take_digits().empty()) return false;
  if (!number.take('E') && !number.take('e')) return false;
  number.take('+');
  return !number.take_digits().empty() && number.done();
}

/// Why `digits` is no order number, and the way out; empty where it is one.
std::string trouble_with(std::string_view digits) {
  if (digits.empty()) return "it is empty; copy the number from the order page";
  if (is_rounded_by_spreadsheet(digits)) {
    return "a spreadsheet has rounded it, and its last digits are lost; set the column's format to "
           "text, or copy the number from the order page";
  }
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
    return "it may have digits alone; copy the number from the order page";
  }
  if (digits.size() <= longest_id) {
    return "up to 9 digits are the tracker's own id; an order number has 14 to 16";
  }
  if (digits.size() > longest_number)
    return "it has more than 32 digits; an order number has 14 to 16";
  return {};
}

/// As the store and most files have it.
bool is_number_as_it_stands(std::string_view text) {
  return text.size() > longest_id && text.size() <= longest_number &&
         std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace

OrderNumber OrderNumber::read(std::string_view text) {
  OrderNumber number;
  if (is_number_as_it_stands(text)) {
    number.digits_ = text;
    return number;
  }
  std::string digits = without_blanks(trimmed(text));
  if (const std::string trouble = trouble_with(digits); !trouble.empty()) {
    throw usage_error(in_quotes(text) + " is no order number: " + trouble);
  }
  number.digits_ = std::move(digits);
  return number;
}

}  // namespace aliprotect
