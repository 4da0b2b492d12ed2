// Rows that do not fit their header: repaired and rejected ones.
#include "import/table/row_recovery.h"

#include <rapidcheck.h>

#include <sstream>

#include "core/text/scanner.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

using Cells = std::vector<std::string>;

std::vector<Record> read(const std::string& text, const Repair& repair) {
  std::istringstream in(text);
  Lines lines(in);
  CsvRecords records(lines, repair.dialect);
  std::vector<Record> all;
  for (Record record; records.next(record); record = Record()) {
    for (Record& each : repaired(std::move(record), repair)) all.push_back(std::move(each));
  }
  return all;
}

/// Returns the text without blanks and delimiters, because blank rows are skipped.
std::string letters_of(const std::string& text) {
  std::string letters;
  for (const char c : text) {
    if (is_digit(c) || is_letter(c)) letters += c;
  }
  return letters;
}

}  // namespace

TEST_CASE("csv repair: rows of three columns") {
  struct Row {
    const char* name;
    const char* text;
    std::vector<Cells> cells;
  };
  const Row rows[] = {
      {"as it should be", "1,a,b\n", {{"1", "a", "b"}}},
      {"the last cells left out", "1\n2,a\n", {{"1"}, {"2", "a"}}},
      {"empty cells behind the last", "1,a,b,, \n", {{"1", "a", "b"}}},
      {"too many", "1,a,b,c\n", {{"1", "a", "b", "c"}}},
      {"two lines in a cell", "1,\"a\nb\",c\n", {{"1", "a\nb", "c"}}},
      {"two lines and an undoubled quote", "1,\"a\" x\nb\",c\n", {{"1", "a\" x\nb", "c"}}},
      {"two lines, the last cell left out", "1,\"a\nb\"\n", {{"1", "a\nb"}}},
      {"never closed, to the end", "1,\"a,b\n2,c,d\n", {{"1", "\"a", "b"}, {"2", "c", "d"}}},
      {"never closed, to the next quote",
       "1,\"a,b\n2,\"c\",d\n",
       {{"1", "\"a", "b"}, {"2", "c", "d"}}},
      {"the same, over several rows",
       "1,\"a,b\n2,x,y\n3,\"c\",d\n",
       {{"1", "\"a", "b"}, {"2", "x", "y"}, {"3", "c", "d"}}},
      {"the same, with a delimiter",
       "1,\"a, z,b\n2,\"c\",d\n",
       {{"1", "\"a", " z", "b"}, {"2", "c", "d"}}},
      {"the same, with cells left out", "1,\"a\n2,\"c\"\n", {{"1", "\"a"}, {"2", "c"}}},
  };
  const Repair repair{{}, 3, std::nullopt};
  for (const Row& row : rows) {
    INFO(row.name);
    std::vector<Cells> cells;
    for (const Record& record : read(row.text, repair)) cells.push_back(record.cells);
    CHECK(cells == row.cells);
  }
}

TEST_CASE("csv repair: a program that does not quote properly") {
  const Repair repair{{}, 4, 1};
  const auto records = read("1,\"a 1/4\", red\",x,y\n2,b, green, blue,x,y\n3,c\n", repair);
  REQUIRE(records.size() == 3);
  CHECK(records[0].cells == Cells{"1", "a 1/4, red\"", "x", "y"});
  CHECK(records[1].cells == Cells{"2", "b, green, blue", "x", "y"});
  CHECK(records[2].cells == Cells{"3", "c"});
  CHECK(records[2].row.line == 3);
}

TEST_CASE("csv repair: lines that end with CR alone") {
  const Repair repair{{}, 3, std::nullopt, LineEnds::returns};
  const auto records = read("1,\"a,b\r2,\"c\",d\r", repair);
  REQUIRE(records.size() == 2);
  CHECK(records[1].cells == Cells{"2", "c", "d"});
  CHECK(records[1].row.line == 2);
}

TEST_CASE("csv repair: a stray CR belongs to its cell") {
  const auto records = read("1,a,b\n2,c\rd,e\n", {{}, 3, std::nullopt});
  REQUIRE(records.size() == 2);
  CHECK(records[1].cells == Cells{"2", "c\rd", "e"});
}

TEST_CASE("csv repair: text after blanks and a stray CR is not lost") {
  const auto records = read("\n;\r\"1", {{';', true}, 1, std::nullopt});
  REQUIRE(records.size() == 1);
  CHECK(records[0].row.text == ";\r\"1");
}

TEST_CASE("csv repair: records that are too long or have too many cells") {
  const Repair repair{{}, 2, std::nullopt};
  const auto fitting = read("1,a\n2\n", repair);
  REQUIRE(fitting.size() == 2);
  CHECK(misfit_of(fitting[0], repair).empty());
  CHECK(misfit_of(fitting[1], repair).empty());
  refuse_too_long(fitting[0]);
  const auto misfit = read("1,a,b\n", repair);
  REQUIRE(misfit.size() == 1);
  CHECK(misfit_of(misfit[0], repair) ==
        "it has 3 cells, but the header has 2: a cell that contains a delimiter or a quote is not "
        "quoted");
  Record vast;
  vast.row.text.assign(CsvRecords::most_bytes + 1, 'x');
  CHECK_THROWS_WITH(refuse_too_long(vast), "it is longer than 16 MiB, the maximum for an order");
}

TEST_CASE("csv repair: the column that may contain delimiters") {
  TableShape shape;
  shape.roles = {Role::number, Role::title, Role::price};
  CHECK_FALSE(loose_column(shape));
  shape.is_badly_quoted = true;
  CHECK(loose_column(shape) == 1U);
  shape.roles = {Role::number, Role::price};
  CHECK_FALSE(loose_column(shape));
}

TEST_CASE("csv repair: no text is lost or repeated") {
  const auto pieces = rc::gen::elementOf(std::string("ab1\"\",,;\n\n\r \t"));
  CHECK(rc::check([&] {
    const auto text = *rc::gen::container<std::string>(pieces);
    Repair repair{{*rc::gen::element(',', ';', '\t'), *rc::gen::arbitrary<bool>()},
                  *rc::gen::inRange<std::size_t>(1, 5),
                  std::nullopt};
    if (*rc::gen::arbitrary<bool>()) repair.loose_column = 0;
    std::istringstream beginning(text);
    repair.ends = Lines(beginning).ends();
    std::string read_back;
    for (const Record& record : read(text, repair)) read_back += record.row.text;
    RC_ASSERT(letters_of(read_back) == letters_of(text));
  }));
}
