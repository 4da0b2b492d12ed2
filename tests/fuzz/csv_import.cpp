// Tables of every layout: the tracker's own, those known by their headers, and what is none.
#include "fuzz/imported.h"
#include "fuzz/target.h"

namespace aliprotect::fuzz {

void try_input(std::string_view input) { expect_round_trip(imported(input, FileForm::csv)); }

}  // namespace aliprotect::fuzz
