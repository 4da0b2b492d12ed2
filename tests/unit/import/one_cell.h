#pragma once

#include <string>

#include "import/table/page_cells.h"
#include "support/catch.h"

namespace aliprotect::testing {

/// Reads a row with an order number and one more cell; a price without a currency is in USD.
inline PageRow read_cell(Role role, const char* cell) {
  const Zone utc = Zone::utc();
  TableShape shape;
  shape.roles = {Role::number, role};
  const CellReading reading{
      {utc}, Currency::from_code("USD"), from_rfc3339("2026-03-20T12:00:00Z").value()};
  return read_page_row({"3051000000011234", cell}, shape, reading);
}

/// Returns why the cell is skipped or its row rejected.
inline std::string refusal_of(Role role, const char* cell) {
  try {
    const PageRow row = read_cell(role, cell);
    return row.skipped.empty() ? "it was read" : row.skipped.front().reason;
  } catch (const RowError& error) {
    return error.what();
  }
}

/// `price, currency`
inline std::string skipped_fields(const SkippedValues& skipped) {
  std::string fields;
  for (const SkippedValue& value : skipped) fields += (fields.empty() ? "" : ", ") + value.field;
  return fields;
}

}  // namespace aliprotect::testing
