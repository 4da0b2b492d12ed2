// JSON of every layout, as lines or as an array.
#include "fuzz/imported.h"
#include "fuzz/target.h"

namespace aliprotect::fuzz {

void try_input(std::string_view input) {
  Bytes bytes(input.substr(0, 1));
  const std::string_view file = input.substr(input.empty() ? 0 : 1);
  expect_round_trip(imported(file, bytes.coin() ? FileForm::json : FileForm::jsonl));
}

}  // namespace aliprotect::fuzz
