#pragma once

#include "reader/facts.h"
#include "reader/given_file.h"

namespace aliprotect {

/// Reads a file in the requested format, or in that of its content. Throws Refusal.
void read_file(const GivenFile& file, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
