#pragma once

#include "reader/facts.h"

namespace aliprotect {

/// Writes the responses of AliExpress that a browser recorded in a HAR file; counts all others.
void read_har_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
