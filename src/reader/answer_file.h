#pragma once

#include "reader/facts.h"

namespace aliprotect {

/// Reads an answer of AliExpress, also within the call of a function, as browsers receive it:
/// `mtopjsonp2({…})`.
void read_answer_file(int descriptor, FactWriter& writer, Counts& counts);

/// Writes the answers of AliExpress that a browser recorded in a HAR file; others are counted.
void read_har_file(int descriptor, FactWriter& writer, Counts& counts);

}  // namespace aliprotect
