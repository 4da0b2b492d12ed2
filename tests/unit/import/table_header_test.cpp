// Where a table begins: titles above it, names over several lines, and rows that are not headers.
#include "import/table/table_header.h"

#include <sstream>

#include "aliprotect/error.h"
#include "support/catch.h"

using namespace aliprotect;

namespace {

using Names = std::vector<std::string>;

/// Returns the names in the header, and the line after it.
struct Begun {
  Names names;
  std::string text;
  std::string next;
};

Begun begin(const std::string& file, const ColumnMap& map = {}) {
  std::istringstream in(file);
  Lines lines(in);
  Begun begun;
  if (const auto header = read_header(lines, map)) {
    begun.names = header->cells;
    begun.text = header->text;
  }
  lines.next(begun.next);
  return begun;
}

std::string refusal_of(const std::string& file, const ColumnMap& map = {}) {
  try {
    begin(file, map);
  } catch (const UserError& error) {
    return error.what();
  }
  return "it was read";
}

constexpr auto unknown_columns =
    "no column with order numbers found; name it with --map number=COLUMN";
constexpr auto no_names =
    "no header row found; add one above the rows, such as `Order number,Title,Status`";
constexpr auto no_table =
    "it appears to be text without columns; import CSV, JSON, a mail, or the whole text of an "
    "order page";

}  // namespace

TEST_CASE("table headers: their position") {
  struct Row {
    const char* name;
    std::string above;
    std::string header;
    Names names;
  };
  const Row rows[] = {
      {"first", "", "Order ID,Title\n", {"Order ID", "Title"}},
      {"below blank lines", "\n \n", "Order ID,Title\n", {"Order ID", "Title"}},
      {"below a title",
       "My orders;;\n;;\n",
       "Order ID;Title;Status\n",
       {"Order ID", "Title", "Status"}},
      {"below a title that is a word for orders",
       "Bestellung;;\n",
       "Bestellnummer;Status;Preis\n",
       {"Bestellnummer", "Status", "Preis"}},
      {"below a line that names the delimiter",
       "sep=|\n",
       "Order ID|Title\n",
       {"Order ID", "Title"}},
      {"names over two lines",
       "",
       "\"Order\nID\",\"Order\nstatus\",Title\n",
       {"Order\nID", "Order\nstatus", "Title"}},
      {"CR LF", "", "Order ID;Title\r\n", {"Order ID", "Title"}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Begun begun = begin(row.above + row.header + "next\n");
    CHECK(begun.names == row.names);
    CHECK(begun.text == row.above + row.header);
    CHECK(begun.next == "next\n");
  }
  CHECK(begin("Order ID,Title").text == "Order ID,Title\n");
}

TEST_CASE("table headers: files without a header") {
  CHECK(begin("").names.empty());
  CHECK(begin("\n\n \r\n").names.empty());
}

TEST_CASE("table headers: refused files") {
  CHECK(refusal_of("a,b\nc,d\n") == unknown_columns);
  CHECK(refusal_of("Bestellung;;\n;;\n") == unknown_columns);
  CHECK(refusal_of("My orders\n3051000000011234,x\nOrder ID,Title\n") == no_names);
  CHECK(refusal_of("\"Order ID,Title\n3051000000011234,\"x\n") == unknown_columns);
  std::string titles;
  for (int i = 0; i < 21; ++i) titles += "title\n";
  CHECK(refusal_of(titles + "Order ID,Title\n") == no_table);
  CHECK(refusal_of("Dear friends\nhow are you?\n") == no_table);
  const std::string encoding = refusal_of("Verk\xE4ufer;Bestellnummer\n");
  CHECK(encoding.find("it is not UTF-8") == 0);
  CHECK(encoding.find("WINDOWS-1251") != std::string::npos);
  CHECK(refusal_of("Order ID,Title\n", {{Role::number, "No"}}) ==
        "--map: no column \"No\" found; the file has: Order ID, Title");
  CHECK(refusal_of("A,B\n", {{Role::title, "A"}}) == unknown_columns);
}

TEST_CASE("table headers: --map finds the line that has its columns") {
  const Begun begun = begin("Title, of all\nA,B\nnext\n", {{Role::number, "A"}});
  CHECK(begun.names == Names{"A", "B"});
  CHECK(begun.next == "next\n");
}

TEST_CASE("table headers: a header among the rows") {
  CHECK(header_within("Order ID,Title\n", {}));
  CHECK(header_within("\xEF\xBB\xBFOrder ID,Title\n", {})->cells == Names{"Order ID", "Title"});
  CHECK(header_within("number,title,parcels\n", {})->own);
  CHECK_FALSE(header_within("3051000000011234,Order\n", {}));
  CHECK_FALSE(header_within("Order;;\n", {}));
  CHECK_FALSE(header_within("Total,x\n", {}));
  CHECK_FALSE(header_within("Order ID,Title\n", {{Role::number, "A"}}));
  CHECK_FALSE(header_within("\xFF,Order ID\n", {}));
}

TEST_CASE("table headers: a row in place of the header") {
  CHECK(refusal_of("3051000000011234,Lamp\n3051000000021234,Rug\n") == no_names);
  CHECK(refusal_of("# 3051000000011234;Lamp;2026-03-24\n") == no_names);
  CHECK(refusal_of("Lamp;24.03.2026;12,34 EUR\n") == no_names);
  CHECK(refusal_of("3051000000011234,Lamp\n", {{Role::number, "No"}}) == no_names);
  CHECK(refusal_of("Lamp,Rug\n3051000000011234,3051000000021234\n") == unknown_columns);
  CHECK(refusal_of("Lamp,2026\n") == unknown_columns);
  CHECK(refusal_of("Lamp,12.34\n") == unknown_columns);
  CHECK(refusal_of("Lamp,tomorrow\n") == unknown_columns);
  CHECK(refusal_of("Colour 3051000000011234,Lamp\n") == unknown_columns);
}
