#include "core/money/amount.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "core/text/scanner.h"

namespace aliprotect {
namespace {

/// `1,234.50` has the groups 1, 234 and 50, and the separators between them.
struct Grouped {
  std::vector<std::string_view> groups;
  std::string separators;
};

std::optional<Grouped> take_apart(std::string_view text) {
  constexpr std::string_view separators = ".,' ";
  Scanner scanner(text);
  Grouped grouped;
  while (scanner.at_digit()) {
    grouped.groups.push_back(scanner.take_digits());
    if (scanner.done()) return grouped;
    const char separator = scanner.rest().front();
    if (separators.find(separator) == std::string_view::npos) return std::nullopt;
    scanner.take(separator);
    grouped.separators += separator;
  }
  return std::nullopt;
}

enum class LastGroup { thousands, decimals, ambiguous };

LastGroup meaning_of_last_group(const Grouped& grouped, int minor_digits) {
  const std::string& separators = grouped.separators;
  if (separators.empty()) return LastGroup::thousands;
  const char last = separators.back();
  if (last != '.' && last != ',') return LastGroup::thousands;
  if (std::count(separators.begin(), separators.end(), last) > 1) return LastGroup::thousands;
  if (separators.size() > 1) return LastGroup::decimals;

  const std::string_view whole = grouped.groups.front();
  const bool like_thousands =
      grouped.groups.back().size() == 3 && whole.size() <= 3 && whole.front() != '0';
  if (!like_thousands || minor_digits > 2) return LastGroup::decimals;
  return minor_digits == 0 ? LastGroup::thousands : LastGroup::ambiguous;
}

/// Whether all separators are equal, the first group has 1 to 3 digits and all others have 3.
bool is_in_thousands(const Grouped& whole) {
  if (whole.separators.empty()) return true;
  const std::string_view first = whole.groups.front();
  return first.size() <= 3 && first.front() != '0' &&
         whole.separators.find_first_not_of(whole.separators.front()) == std::string::npos &&
         std::all_of(whole.groups.begin() + 1, whole.groups.end(),
                     [](std::string_view group) { return group.size() == 3; });
}

std::string way_out(const Grouped& grouped) {
  const std::string whole(grouped.groups.front());
  const std::string rest(grouped.groups.back());
  return "it could mean " + whole + rest + " or " + whole + "." + rest + "; write " + whole + rest +
         ".00 or " + whole + "." + rest.substr(0, 2);
}

Amount in_minor_units(const Grouped& whole, std::string_view decimals, std::size_t minor_digits) {
  std::string digits;
  for (const std::string_view group : whole.groups) digits += group;
  digits += decimals;
  digits.append(minor_digits - decimals.size(), '0');
  std::int64_t minor = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), minor);
  if (error != std::errc{} || minor > max_minor) return {{}, "it is too large"};
  return {minor, {}};
}

}  // namespace

Amount read_amount(std::string_view text, const Currency& currency) {
  auto grouped = take_apart(text);
  if (!grouped) return {};
  const LastGroup last = meaning_of_last_group(*grouped, currency.minor_digits());
  if (last == LastGroup::ambiguous) return {{}, way_out(*grouped)};

  std::string_view decimals;
  if (last == LastGroup::decimals) {
    decimals = grouped->groups.back();
    grouped->groups.pop_back();
    grouped->separators.pop_back();
  }
  if (!is_in_thousands(*grouped)) return {{}, "its digits are not in groups of three"};
  const auto minor_digits = static_cast<std::size_t>(currency.minor_digits());
  if (decimals.size() > minor_digits) {
    const std::string most =
        minor_digits == 0 ? "no decimals" : "at most " + std::to_string(minor_digits) + " decimals";
    return {{}, std::string(currency.code()) + " has " + most};
  }
  return in_minor_units(*grouped, decimals, minor_digits);
}

}  // namespace aliprotect
