#pragma once

#include "reader/facts.h"

namespace aliprotect {

/// Writes the rows of each sheet of an .xlsx or .ods file.
void read_workbook_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
