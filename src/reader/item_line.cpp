#include "reader/item_line.h"

#include <algorithm>

#include "core/text/scanner.h"
#include "import/text/page_price.h"
#include "import/text/page_text.h"

namespace aliprotect {
namespace {

constexpr std::size_t longest_price = 40;

/// Removes `x1` or `× 2` from the end of a line and returns the digits.
std::string take_quantity(std::string& line) {
  std::size_t begin = line.size();
  while (begin > 0 && is_digit(line[begin - 1])) --begin;
  const std::string digits = line.substr(begin);
  while (begin > 0 && line[begin - 1] == ' ') --begin;
  if (digits.empty() || digits.size() > 4 || begin == 0) return {};
  constexpr std::string_view times = "\u00D7";
  const std::string_view before = std::string_view(line).substr(0, begin);
  std::size_t sign = 0;
  if (before.ends_with('x') || before.ends_with('X') || before.ends_with('*')) sign = 1;
  if (before.ends_with(times)) sign = times.size();
  if (sign == 0) return {};
  line = std::string(trimmed(before.substr(0, begin - sign)));
  return digits;
}

}  // namespace

bool is_price(std::string_view text) {
  if (text.size() > longest_price || std::none_of(text.begin(), text.end(), is_digit)) return false;
  try {
    return read_page_price(text, std::nullopt).has_value();
  } catch (const CurrencyUnknown&) {
    return true;
  } catch (const RowError&) {
    return false;
  }
}

std::optional<Item> price_times_quantity(std::string_view text) {
  if (text.size() > 1'000 || text.empty() || !is_digit(text.back())) return std::nullopt;
  std::string line = in_plain_signs(text);
  Item item;
  item.quantity = take_quantity(line);
  if (item.quantity.empty()) return std::nullopt;
  if (is_price(line)) {
    item.price = line;
    return item;
  }
  for (auto at = line.find(' '); at != std::string::npos; at = line.find(' ', at + 1)) {
    const std::string_view rest = trimmed(std::string_view(line).substr(at));
    if (!is_price(rest)) continue;
    item.price = rest;
    item.title = without_ellipsis(line.substr(0, at));
    return item;
  }
  return std::nullopt;
}

std::string without_ellipsis(std::string_view title) {
  std::string_view rest = trimmed(title);
  for (const std::string_view dots : {std::string_view("..."), std::string_view("\u2026")}) {
    if (rest.ends_with(dots)) rest = trimmed(rest.substr(0, rest.size() - dots.size()));
  }
  return std::string(rest);
}

}  // namespace aliprotect
