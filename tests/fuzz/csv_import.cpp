// Tables of every layout, and input that is not a table.
#include "fuzz/imported.h"
#include "fuzz/target.h"

namespace aliprotect::fuzz {

void try_input(std::string_view input) { expect_round_trip(imported(input, FileForm::csv)); }

}  // namespace aliprotect::fuzz
