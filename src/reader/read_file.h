#pragma once

#include "reader/facts.h"
#include "reader/given_file.h"

namespace aliprotect {

/// Reads a file in the form that it was said to have, or that its content shows. Throws Refusal.
void read_file(const GivenFile& file, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
