#pragma once

#include <cstdint>
#include <string_view>

#include "aliprotect/money.h"
#include "aliprotect/time.h"

/// These read cells of tables in any language. For other texts they throw RowError, which quotes
/// the cell.
namespace aliprotect {

/// `2`, `2.00`, `x2`, `2 pcs`
std::int64_t quantity(std::string_view cell);

/// `60`; at most the longest clock.
Days days(std::string_view cell);

/// `1234`
std::int64_t cents(std::string_view cell);

/// Converts hundredths of the currency's unit, which not every currency has.
Money money_of_cents(std::int64_t cents, Currency currency);

/// `true`, `yes`, `1` or their opposites.
bool truth(std::string_view cell);

}  // namespace aliprotect
