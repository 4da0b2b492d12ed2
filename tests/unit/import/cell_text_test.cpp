// The text of a cell, without the marks that spreadsheets and programs add.
#include "import/table/cell_text.h"

#include "support/catch.h"

using namespace aliprotect;

TEST_CASE("cells that a spreadsheet keeps as text") {
  CHECK(spreadsheet_text("=\"3051\"") == "3051");
  CHECK(spreadsheet_text("=\" 3051 \"") == "3051");
  CHECK(spreadsheet_text("'3051") == "3051");
  CHECK(spreadsheet_text("'LP001") == "LP001");
  for (const char* as_it_is :
       {"", "'", "=", "=\"", "''", "'x'", "'=1", "3051", "=A1", "\"3051\""}) {
    INFO(as_it_is);
    CHECK(spreadsheet_text(as_it_is) == as_it_is);
  }
}

TEST_CASE("empty cells and their substitutes") {
  for (const char* nothing :
       {"", "  ", "-", " -- ", "–", "N/A", "#N/A", "NULL", "none", "=\"-\""}) {
    INFO(nothing);
    CHECK(plain_text(nothing).empty());
  }
  CHECK(plain_text(" LP001\t") == "LP001");
  CHECK(plain_text("=\"LP001\"") == "LP001");
  CHECK(plain_text("-1") == "-1");
  CHECK(plain_text("nano") == "nano");
}
