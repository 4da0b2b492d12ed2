#pragma once

#include <string>

#include "import/table/page_cells.h"
#include "support/catch.h"

namespace aliprotect::testing {

/// A row with its number and one more cell, of dollars where it is a price.
inline PageRow read_cell(Role role, const char* cell) {
  const Zone utc = Zone::utc();
  TableShape shape;
  shape.roles = {Role::number, role};
  const CellReading reading{
      {utc}, Currency::from_code("USD"), from_rfc3339("2026-03-20T12:00:00Z").value()};
  return read_page_row({"3051000000011234", cell}, shape, reading);
}

inline std::string refusal_of(Role role, const char* cell) {
  try {
    read_cell(role, cell);
  } catch (const RowError& error) {
    return error.what();
  }
  return "it was read";
}

}  // namespace aliprotect::testing
