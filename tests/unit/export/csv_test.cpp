#include "core/text/csv_cell.h"

#include <rapidcheck.h>

#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

TEST_CASE("cells are quoted if necessary, and formulas are escaped") {
  struct Row {
    const char* name;
    const char* text;
    const char* cell;
  };
  const Row rows[] = {
      {"plain", "USB hub", "USB hub"},
      {"empty", "", ""},
      {"comma", "hub, 7 ports", "\"hub, 7 ports\""},
      {"quote", "1/4\" pipe", "\"1/4\"\" pipe\""},
      {"lines", "a\nb", "\"a\nb\""},
      {"formula", "=1+1", "'=1+1"},
      {"command", "=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"},
      {"plus", "+49 30", "'+49 30"},
      {"minus", "-5", "'-5"},
      {"at", "@SUM(A1)", "'@SUM(A1)"},
      {"tab", "\t=1", "\"'\t=1\""},
      {"formula with a comma", "=A1,B1", "\"'=A1,B1\""},
      {"defused already", "'=1", "''=1"},
      {"an apostrophe alone is a text", "'tis", "'tis"},
      {"a formula's sign inside is a text", "a=b", "a=b"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(cell(row.text) == row.cell);
  }
}

TEST_CASE("the text of a cell can be restored") {
  CHECK(rc::check("plain_cell undoes what append_csv_cell adds", [] {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("='+-@a\t ")));
    std::string written = cell(text);
    if (written.starts_with('"')) written = written.substr(1, written.size() - 2);
    RC_ASSERT(plain_cell(written) == text);
  }));
}

}  // namespace
}  // namespace aliprotect
