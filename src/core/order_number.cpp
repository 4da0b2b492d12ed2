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

/// Two numbers in one cell, parted by blanks or line ends, would else become one.
bool has_several_numbers(std::string_view text) {
  constexpr std::size_t shortest = 10;
  constexpr std::size_t shortest_pair = 28;  // of which groups of four digits can be made
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

/// `3,051,000,000,011,230`: then it was a number to the spreadsheet, which keeps 15 digits.
bool is_grouped_by_spreadsheet(std::string_view text) {
  constexpr std::string_view separators = ".,'";
  const auto groups = std::count_if(text.begin(), text.end(), [&](char c) {
    return separators.find(c) != std::string_view::npos;
  });
  return groups > 1 && std::all_of(text.begin(), text.end(), [&](char c) {
           return is_digit(c) || separators.find(c) != std::string_view::npos;
         });
}

/// `3058610000000000`: `3.05861E+15` written out again.
bool ends_in_lost_digits(std::string_view digits) {
  constexpr std::size_t most_zeros = 8;
  return digits.size() > most_zeros + 5 &&
         digits.substr(digits.size() - most_zeros - 1).find_first_not_of('0') ==
             std::string_view::npos;
}

/// Why `digits` is no order number, and the way out; empty where it is one.
std::string trouble_with(std::string_view digits) {
  if (digits.empty()) return "it is empty; copy the number from the order page";
  if (is_rounded_by_spreadsheet(digits) || is_grouped_by_spreadsheet(digits) ||
      ends_in_lost_digits(digits)) {
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
         std::all_of(text.begin(), text.end(), is_digit) && !ends_in_lost_digits(text);
}

}  // namespace

OrderNumber OrderNumber::read(std::string_view text) {
  OrderNumber number;
  if (is_number_as_it_stands(text)) {
    number.digits_ = text;
    return number;
  }
  if (has_several_numbers(text)) {
    throw usage_error(in_quotes(text) +
                      " is no order number: several numbers stand in it; give each order by "
                      "itself, in a file in a row of its own");
  }
  std::string digits = without_blanks(trimmed(text));
  if (const std::string trouble = trouble_with(digits); !trouble.empty()) {
    throw usage_error(in_quotes(text) + " is no order number: " + trouble);
  }
  number.digits_ = std::move(digits);
  return number;
}

}  // namespace aliprotect
