#include <algorithm>
#include <utility>

#include "aliprotect/error.h"
#include "aliprotect/order.h"
#include "core/text/quote.h"
#include "core/text/rounded_number.h"
#include "core/text/scanner.h"

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

/// Detects two numbers in one cell, which would become one if blanks were removed.
bool has_several_numbers(std::string_view text) {
  constexpr std::size_t shortest = 10;
  constexpr std::size_t shortest_pair = 28;  // two numbers in groups of four digits
  std::size_t groups = 0, long_groups = 0, digits = 0, in_group = 0;
  const auto end_group = [&] {
    groups += in_group > 0 ? 1 : 0;
    long_groups += in_group >= shortest ? 1 : 0;
    in_group = 0;
  };
  for (const char c : text) {
    if (!is_digit(c)) {
      end_group();
      continue;
    }
    ++in_group;
    ++digits;
  }
  end_group();
  return long_groups > 1 || (groups > 1 && digits >= shortest_pair);
}

/// `3,051,000,000,011,230`: the spreadsheet treated it as a number and kept only 15 digits.
bool is_grouped_by_spreadsheet(std::string_view text) {
  constexpr std::string_view separators = ".,'";
  const auto groups = std::count_if(text.begin(), text.end(), [&](char c) {
    return separators.find(c) != std::string_view::npos;
  });
  return groups > 1 && std::all_of(text.begin(), text.end(), [&](char c) {
           return is_digit(c) || separators.find(c) != std::string_view::npos;
         });
}

/// `3058610000000000`: `3.05861E+15`, converted back to digits.
bool ends_in_lost_digits(std::string_view digits) {
  constexpr std::size_t most_zeros = 8;
  return digits.size() > most_zeros + 5 &&
         digits.substr(digits.size() - most_zeros - 1).find_first_not_of('0') ==
             std::string_view::npos;
}

/// Why `digits` is not an order number, and what to do; empty if it is one.
std::string problem_with(std::string_view digits) {
  if (digits.empty()) return "it is empty; copy the number from the order page";
  if (is_rounded_by_spreadsheet(digits) || is_grouped_by_spreadsheet(digits) ||
      ends_in_lost_digits(digits)) {
    return "a spreadsheet rounded it and the last digits are lost; format the column as text, or "
           "copy the number from the order page";
  }
  if (!std::all_of(digits.begin(), digits.end(), is_digit)) {
    return "expected only digits; copy the number from the order page";
  }
  if (digits.size() <= longest_id || digits.size() > longest_number) {
    return "expected 14 to 16 digits";
  }
  return {};
}

/// Whether `text` has the form of `pattern`, in which `0` is a digit and `*` further digits.
bool has_form(std::string_view text, std::string_view pattern) {
  for (const char c : pattern) {
    if (c == '*') return std::all_of(text.begin(), text.end(), is_digit);
    if (text.empty() || (c == '0' ? !is_digit(text.front()) : to_lower(text.front()) != c))
      return false;
    text.remove_prefix(1);
  }
  return text.empty();
}

/// Returns the shop whose order numbers have this form; empty for AliExpress and unknown shops.
std::string_view other_shop(std::string_view text) {
  struct Shop {
    std::string_view form;
    std::string_view name;
  };
  constexpr Shop shops[] = {
      {"000-0000000-0000000", "Amazon"}, {"po-000-0*", "Temu"}, {"00-00000-00000", "eBay"}};
  for (const Shop& shop : shops) {
    if (has_form(text, shop.form)) return shop.name;
  }
  return {};
}

/// The fast path for the store and most files.
bool is_number_as_it_stands(std::string_view text) {
  return text.size() > longest_id && text.size() <= longest_number &&
         std::all_of(text.begin(), text.end(), is_digit) && !ends_in_lost_digits(text);
}

}  // namespace

OrderNumber OrderNumber::read(std::string_view text) {
  OrderNumber number;
  if (is_number_as_it_stands(text)) {
    number.digits_ = text;
    return number;
  }
  if (const std::string_view shop = other_shop(trimmed(text)); !shop.empty()) {
    throw usage_error(in_quotes(text) + " is an order number of " + std::string(shop) +
                      "; only orders of AliExpress can be recorded");
  }
  if (has_several_numbers(text)) {
    throw usage_error(in_quotes(text) +
                      " is not a valid order number: it contains several numbers; give one "
                      "number at a time, or one per row of a file");
  }
  std::string digits = without_blanks(trimmed(text));
  if (const std::string problem = problem_with(digits); !problem.empty()) {
    throw usage_error(in_quotes(text) + " is not a valid order number: " + problem);
  }
  number.digits_ = std::move(digits);
  return number;
}

}  // namespace aliprotect
