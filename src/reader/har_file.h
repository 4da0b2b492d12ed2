#pragma once

#include "reader/facts.h"

namespace aliprotect {

/// Writes the answers of AliExpress that a browser recorded in a HAR file; others are counted.
void read_har_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
