// CSV records: quotes, lines, and damage.
#include "import/table/csv_records.h"

#include <sstream>

#include "support/catch.h"

using namespace aliprotect;

namespace {

using Cells = std::vector<std::string>;

std::vector<Record> records_of(const std::string& text, Dialect dialect = {}) {
  std::istringstream in(text);
  Lines lines(in);
  CsvRecords records(lines, dialect);
  std::vector<Record> all;
  for (Record record; records.next(record); record = Record()) all.push_back(record);
  return all;
}

std::vector<Cells> cells_of(const std::string& text, Dialect dialect = {}) {
  std::vector<Cells> all;
  for (const Record& record : records_of(text, dialect)) all.push_back(record.cells);
  return all;
}

}  // namespace

TEST_CASE("csv records: cells") {
  struct Row {
    const char* name;
    std::string text;
    Dialect dialect;
    std::vector<Cells> cells;
  };
  const Row rows[] = {
      {"nothing", "", {}, {}},
      {"blank lines alone", "\n \n\r\n", {}, {}},
      {"blank cells alone", ",,\n;\n", {}, {{";"}}},
      {"plain", "a,b\nc,d\n", {}, {{"a", "b"}, {"c", "d"}}},
      {"no end of the last line", "a,b", {}, {{"a", "b"}}},
      {"CR LF", "a,b\r\nc,d\r\n", {}, {{"a", "b"}, {"c", "d"}}},
      {"blank lines between", "a,b\n\n\nc,d\n", {}, {{"a", "b"}, {"c", "d"}}},
      {"empty cells", ",a,,\n", {}, {{"", "a", "", ""}}},
      {"delimiter in quotes", "\"a,b\",c\n", {}, {{"a,b", "c"}}},
      {"doubled quote", "\"a\"\"b\",c\n", {}, {{"a\"b", "c"}}},
      {"quote within a plain cell", "1/4\",c\n", {}, {{"1/4\"", "c"}}},
      {"undoubled quote", "\"1/4\" wide\",c\n", {}, {{"1/4\" wide", "c"}}},
      {"two lines", "\"a\nb\",c\n", {}, {{"a\nb", "c"}}},
      {"two lines, CR LF", "\"a\r\nb\",c\r\n", {}, {{"a\r\nb", "c"}}},
      {"a blank line within", "\"a\n\nb\",c\n", {}, {{"a\n\nb", "c"}}},
      {"semicolon", "a;b,c\n", {';'}, {{"a", "b,c"}}},
      {"tab, first cell empty", "\tb\n", {'\t'}, {{"", "b"}}},
      {"tabs alone", "\t\t\na\tb\n", {'\t'}, {{"a", "b"}}},
      {"bar", "a|\"b|c\"\n", {'|'}, {{"a", "b|c"}}},
      {"quotes are letters", "\"a;b\";c\n", {';', false}, {{"\"a", "b\"", "c"}}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(cells_of(row.text, row.dialect) == row.cells);
  }
}

TEST_CASE("csv records: line numbers and text") {
  const auto records = records_of("\na,b\n\"c\nd\",e\n\nf,g");
  REQUIRE(records.size() == 3);
  CHECK(records[0].row.line == 2);
  CHECK(records[1].row.line == 3);
  CHECK(records[1].row.text == "\"c\nd\",e\n");
  CHECK(records[2].row.line == 6);
  CHECK(records[2].row.text == "f,g");
}

TEST_CASE("csv records: an unclosed quote damages only the record that contains it") {
  const auto to_the_end = records_of("a,b\n\"c,d\ne,f\n");
  REQUIRE(to_the_end.size() == 2);
  CHECK(to_the_end[0].is_whole);
  CHECK_FALSE(to_the_end[1].is_whole);
  CHECK(to_the_end[1].row.text == "\"c,d\ne,f\n");

  std::string many_bytes = "\"c,d\n";
  while (many_bytes.size() <= CsvRecords::most_bytes) many_bytes.append(9'999, 'e').append("\n");
  std::string many_lines = "\"c,d\n";
  for (std::size_t i = 0; i < CsvRecords::most_lines; ++i) many_lines += "e,f\n";
  for (const std::string& many : {many_bytes, many_lines}) {
    const auto bounded = records_of(many + "g,h\n");
    REQUIRE(bounded.size() == 2);
    CHECK_FALSE(bounded[0].is_whole);
    CHECK(bounded[0].row.text == many);
    CHECK(bounded[1].is_whole);
    CHECK(bounded[1].cells == Cells{"g", "h"});
  }
}

TEST_CASE("csv records: a record with the maximum number of lines is whole") {
  std::string many = "\"";
  for (std::size_t i = 1; i < CsvRecords::most_lines; ++i) many += "e\n";
  const auto records = records_of(many + "\",f\n");
  REQUIRE(records.size() == 1);
  CHECK(records[0].is_whole);
  CHECK(records[0].cells.size() == 2);
}

TEST_CASE("csv records: a record that exceeds the maximum size is not whole") {
  const auto records = records_of(std::string(Lines::longest + 1, 'x') + "\na,b\n");
  REQUIRE(records.size() == 2);
  CHECK_FALSE(records[0].is_whole);
  CHECK(records[1].cells == Cells{"a", "b"});
}

TEST_CASE("csv records: lines with undoubled quotes") {
  struct Row {
    const char* name;
    const char* line;
    Dialect dialect;
    Cells cells;
  };
  const Row rows[] = {
      {"an empty line", "\n", {}, {""}},
      {"plain", "a,b\n", {}, {"a", "b"}},
      {"quoted", "\"a,b\",c\r\n", {}, {"a,b", "c"}},
      {"inches", "\"1/4\" pipe\",c\n", {}, {"1/4\" pipe", "c"}},
      {"inches before the end", "\"pipe 1/4\"\",c\n", {}, {"pipe 1/4\"", "c"}},
      {"inches and a comma, all quoted",
       "\"x\",\"3\", black\",\"y\"\n",
       {},
       {"x", "3\", black", "y"}},
      {"inches and a comma, not all quoted",
       "x,\"3\", black\",y\n",
       {},
       {"x", "3", " black\"", "y"}},
      {"never closed", "\"a,b\n", {}, {"\"a", "b"}},
      {"never closed at the end", "a,\"b", {}, {"a", "\"b"}},
      {"a quote alone", "\"\n", {}, {"\""}},
      {"empty between quotes", "\"\",\"\"\n", {}, {"", ""}},
      {"quotes are letters", "\"a;b\";c", {';', false}, {"\"a", "b\"", "c"}},
      {"tabs", "\"19\" rack, black\"\t\"2U\"\t\n", {'\t'}, {"19\" rack, black", "2U", ""}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(split_loosely(row.line, row.dialect) == row.cells);
  }
}
