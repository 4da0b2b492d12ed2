#include "import/table/cell_values.h"

#include <algorithm>
#include <charconv>

#include "aliprotect/error.h"
#include "aliprotect/order.h"
#include "core/text/quote.h"
#include "core/text/scanner.h"
#include "import/merge/row.h"
#include "import/text/page_text.h"
#include "import/text/yes_no.h"

namespace aliprotect {
namespace {

std::optional<std::int64_t> digits_of(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number < 0)
    return std::nullopt;
  return number;
}

std::int64_t whole_number(std::string_view cell, const char* what) {
  // Some exports print quantities as decimals: `2.00`.
  const std::string_view digits = cell.substr(0, cell.find_first_of(".,"));
  const std::string_view rest = cell.substr(digits.size());
  const auto number = digits_of(digits);
  if (number && (rest.empty() || rest.find_first_not_of('0', 1) == std::string_view::npos))
    return *number;
  throw RowError(in_quotes(cell) + " is not a valid " + what);
}

}  // namespace

std::int64_t quantity(std::string_view cell) {
  const std::string plain = folded(cell);
  const std::string_view text =
      trimmed(std::string_view(plain).substr(plain.starts_with('x') ? 1 : 0));
  const auto end = std::min(text.find_first_not_of("0123456789.,"), text.size());
  const std::string_view unit = text.substr(end);
  if (end == 0 || std::any_of(unit.begin(), unit.end(), is_digit))
    throw RowError(in_quotes(cell) + " is not a valid quantity");
  return whole_number(text.substr(0, end), "quantity");
}

Days days(std::string_view cell) {
  const std::int64_t count = whole_number(cell, "number of days");
  if (count <= longest_clock.count()) return Days{static_cast<int>(count)};
  throw RowError(in_quotes(cell) + " is more than " + std::to_string(longest_clock.count()) +
                 " days");
}

std::int64_t cents(std::string_view cell) { return whole_number(cell, "amount in cents"); }

Money money_of_cents(std::int64_t cents, Currency currency) {
  Money money{cents, currency};
  std::int64_t most = max_minor;
  for (int digits = 2; digits < currency.minor_digits(); ++digits) most /= 10;
  if (cents > most) throw RowError(std::to_string(cents) + " cents is too much for a price");
  for (int digits = 2; digits < currency.minor_digits(); ++digits) money.minor *= 10;
  for (int digits = 2; digits > currency.minor_digits(); --digits) {
    if (money.minor % 10 != 0)
      throw RowError(std::to_string(cents) + " cents are not a whole amount in " +
                     std::string(currency.code()));
    money.minor /= 10;
  }
  return money;
}

bool truth(std::string_view cell) {
  const bool yes = says_yes(cell) || cell == "1";
  const bool no = says_no(cell) || cell == "0";
  if (!yes && !no) throw RowError(in_quotes(cell) + " is neither true nor false");
  return yes;
}

}  // namespace aliprotect
