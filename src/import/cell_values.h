#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "aliprotect/money.h"
#include "aliprotect/time.h"
#include "core/scanner.h"

/// What cells of tables say, whatever their language. Each throws RowError, with the cell, where it
/// says nothing of the kind.
namespace aliprotect {

/// `2`, `2.00`, `x2`, `2 pcs`
std::int64_t quantity(std::string_view cell);

/// `60`; no longer than the longest clock.
Days days(std::string_view cell);

/// `1234`
std::int64_t cents(std::string_view cell);

/// Of hundredths of the currency's unit, which not every currency has.
Money money_of_cents(std::int64_t cents, Currency currency);

/// `true`, `yes`, `1` or their opposites.
bool truth(std::string_view cell);

/// The parts of a cell with several values.
template <typename Take>
void for_each_part(std::string_view cell, std::string_view delimiters, const Take& take) {
  while (!cell.empty()) {
    const auto end = std::min(cell.find_first_of(delimiters), cell.size());
    const std::string_view part = trimmed(cell.substr(0, end));
    if (!part.empty()) take(part);
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
}

}  // namespace aliprotect
