#include "render/fold.h"

#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

TEST_CASE("a line that is too wide is wrapped between words") {
  struct Row {
    const char* name;
    std::string line;
    std::size_t width;
    std::string folded;
  };
  const Row rows[] = {
      {"nothing", "", 10, ""},
      {"it fits", "open a dispute", 14, "open a dispute"},
      {"wide letters fit", "雨伞雨伞", 8, "雨伞雨伞"},
      {"colours take no column", "\x1b[1mopen\x1b[0m", 4, "\x1b[1mopen\x1b[0m"},
      {"a sentence", "open a dispute now", 10, "open a\n  dispute\n  now"},
      {"an indented one", "    changed disputes", 14, "    changed\n      disputes"},
      {"after its label", "  era    the classic page", 18,
       "  era    the\n         classic\n         page"},
      {"after a label of more than half the width", "  the status  in transit now", 20,
       "  the status\n    in transit now"},
      {"beside such a label if it fits", "  the status  open", 18, "  the status  open"},
      {"a label too far right", "the word of all  is", 10, "the word\n  of all\n  is"},
      {"a number keeps its unit", "at risk: 12.34 USD", 16, "at risk:\n  12.34 USD"},
      {"a length keeps its unit", "it closes in 3 d 10 h", 14, "it closes in\n  3 d 10 h"},
      {"a long word", "abcdefghij", 4, "abcd\n  ef\n  gh\n  ij"},
      {"a long word after others", "a abcdefgh", 6, "a\n  abcd\n  efgh"},
      {"wide letters", "雨伞雨伞", 5, "雨伞\n  雨\n  伞"},
      {"within colours", "\x1b[1mopen it\x1b[0m", 6, "\x1b[1mopen\n  it\x1b[0m"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(folded(row.line, row.width) == row.folded);
  }
}

TEST_CASE("folding ends even on the narrowest terminal") {
  CHECK(folded("a b", 1) == "a\nb");
  CHECK_FALSE(folded("雨伞", 1).empty());
}

}  // namespace
}  // namespace aliprotect
