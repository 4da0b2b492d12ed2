#include "import/text/tracking_number.h"

#include <algorithm>
#include <iterator>

#include "core/text/quote.h"
#include "core/text/rounded_number.h"
#include "core/text/scanner.h"
#include "core/text/split.h"
#include "import/merge/row.h"

namespace aliprotect {
namespace {

bool is_of_number(char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '_'; }

std::ptrdiff_t digits_in(std::string_view text) {
  return std::count_if(text.begin(), text.end(), is_digit);
}

/// Whether a word has no digits and is not the prefix or country code of a number.
bool is_word(std::string_view group) { return digits_in(group) == 0 && group.size() > 3; }

/// `RR 123 456 789 CN`, but not `Delivered 20 September`.
bool is_number(std::string_view text) {
  bool has_word = false;
  for_each_part(text, " ", [&](std::string_view group) { has_word = has_word || is_word(group); });
  const bool is_date = text.size() == 10 && text[4] == '-' && text[7] == '-';
  return !has_word && !is_date && digits_in(text) > 0 &&
         std::all_of(text.begin(), text.end(), [](char c) { return is_of_number(c) || c == ' '; });
}

/// Whether blanks separate numbers rather than groups of digits.
bool has_several_numbers(std::string_view text) {
  constexpr std::ptrdiff_t fewest_digits = 8;
  std::size_t count = 0;
  bool all_long = true;
  for_each_part(text, " ", [&](std::string_view part) {
    ++count;
    all_long = all_long && digits_in(part) >= fewest_digits && is_number(part);
  });
  return count > 1 && all_long;
}

/// Returns the value of a parameter in a URL, such as `nums=`; empty if it has none.
std::string_view number_in_url(std::string_view url) {
  constexpr std::string_view names[] = {"nums=",           "num=",      "mailnolist=", "mailno=",
                                        "trackingnumber=", "tracking=", "trackno=",    "number="};
  const auto number_at = [&](std::size_t begin) {
    const std::string_view rest = url.substr(begin);
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_of_number);
    return rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  };
  for (const std::string_view name : names) {
    for (std::size_t at = 0; at + name.size() < url.size(); ++at) {
      if (same_word(url.substr(at, name.size()), name) && !is_letter(url[at - (at > 0 ? 1 : 0)]))
        return number_at(at + name.size());
    }
  }
  return number_at(url.find_last_of('/') + 1);
}

TrackingNumber checked(std::string_view whole, std::string_view number, std::string_view carrier) {
  if (!is_number(number)) throw RowError(in_quotes(whole) + " is not a tracking number");
  return {std::string(number), std::string(carrier)};
}

}  // namespace

void for_each_tracking_number(std::string_view cell,
                              const std::function<void(std::string_view text)>& use) {
  for_each_part(cell, ",;|\r\n", [&](std::string_view part) {
    if (has_several_numbers(part)) return for_each_part(part, " ", use);
    use(part);
  });
}

TrackingNumber read_tracking_number(std::string_view text) {
  // Some tracking numbers have an E between digits, but none has a sign.
  const bool has_sign = text.find_first_of(".,+") != std::string_view::npos;
  if (has_sign && is_rounded_by_spreadsheet(text)) {
    throw RowError(
        in_quotes(text) +
        " is not a valid tracking number: a spreadsheet rounded it and the last digits are "
        "lost; format the column as text, or copy the number from the order page");
  }
  if (text.find("://") != std::string_view::npos) return checked(text, number_in_url(text), {});
  const auto bracket = text.find('(');
  if (bracket == std::string_view::npos || !text.ends_with(')')) return checked(text, text, {});
  return checked(text, trimmed(text.substr(0, bracket)),
                 trimmed(text.substr(bracket + 1, text.size() - bracket - 2)));
}

bool same_tracking(const std::optional<std::string>& a, const std::optional<std::string>& b) {
  return a && b ? same_word(*a, *b) : !a && !b;
}

}  // namespace aliprotect
