#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "reader/facts.h"

namespace aliprotect {

/// The most columns that a table of orders can have.
inline constexpr std::size_t most_columns = 256;

/// A workbook with more cells is refused.
inline constexpr std::size_t most_cells = 20'000'000;

/// A cell: its text as in a CSV file, and the address that it links to.
struct SheetCell {
  std::string text;
  std::string address;
  bool has_lost_digits = false;  ///< a number with more than 15 significant digits
};

/// Returns the date and time of a day number: `2026-09-13` for `46278`. Empty if it is invalid.
std::string date_of_serial(double serial, bool counts_from_1904);

/// Whether a number format shows a date: `dd.mm.yyyy`, but not `#,##0.00 "days"`.
bool is_date_format(std::string_view format);

/// Returns a number as text. If it has more than 15 significant digits, it is written with an
/// exponent, because its last digits are lost.
SheetCell cell_of_number(std::string_view text);

/// Returns the address in `HYPERLINK("https://…","text")`; empty for any other formula.
std::string address_in_formula(std::string_view formula);

/// Writes a row. A number that lost digits is replaced by the complete one in another cell or link.
void write_row(std::vector<SheetCell> cells, const std::string& sheet, std::size_t line,
               FactWriter& writer);

}  // namespace aliprotect
