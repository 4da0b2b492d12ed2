#include "render/table.h"

#include <string>

#include "support/catch.h"

namespace aliprotect {
namespace {

std::string printed(const std::vector<TableColumn>& columns, const Style& style,
                    const std::vector<std::vector<Cell>>& rows) {
  std::string text;
  Output out([&](std::string_view piece) { text += piece; });
  Table table(columns, style, out);
  for (const auto& row : rows) table.add(row);
  table.end();
  out.flush();
  return text;
}

const std::vector<TableColumn> columns = {{"ID", true}, {"TITLE", false, 8}, {"STATUS"}};

TEST_CASE("columns are aligned by display width, without blanks at the end") {
  CHECK(printed(columns, {}, {{{"1"}, {"雨伞"}, {"open"}}, {{"12"}, {"hub"}, {""}}}) ==
        "ID  TITLE  STATUS\n"
        " 1  雨伞   open\n"
        "12  hub\n");
}

TEST_CASE("a table without rows prints nothing") { CHECK(printed(columns, {}, {}).empty()); }

TEST_CASE("on a narrow terminal the title gives way") {
  Style style;
  style.width = 24;
  CHECK(printed(columns, style, {{{"1"}, {"headphones, wireless"}, {"open"}}}) ==
        "ID  TITLE         STATUS\n"
        " 1  headphones,…  open\n");
}

TEST_CASE("on a narrower one what gives way is left out, the lowest first") {
  const std::vector<TableColumn> expendable = {
      {"ID", true}, {"NUMBER", false, 0, 1}, {"TITLE", false, 4}, {"PRICE", true, 0, 2}};
  const std::vector<std::vector<Cell>> rows = {
      {{"1"}, {"3051000000421234"}, {"hub"}, {"12.34 USD"}}};
  Style style;
  style.width = 20;
  CHECK(printed(expendable, style, rows) == "ID  TITLE      PRICE\n 1  hub    12.34 USD\n");
  style.width = 12;
  CHECK(printed(expendable, style, rows) == "ID  TITLE\n 1  hub\n");
}

TEST_CASE("piped, every cell is whole") {
  const std::string long_title(300, 'x');
  CHECK(printed(columns, {}, {{{"1"}, {long_title}, {"open"}}}).find(long_title) !=
        std::string::npos);
}

TEST_CASE("colours are there only where they are wanted") {
  Style style;
  const std::vector<std::vector<Cell>> rows = {{{"1"}, {"hub", Tint::red}, {"open"}}};
  CHECK(printed(columns, style, rows).find('\x1b') == std::string::npos);
  style.color = true;
  CHECK(printed(columns, style, rows).find("\x1b[1;31mhub\x1b[0m") != std::string::npos);
}

TEST_CASE("after the rows that decide the widths the others are printed at once") {
  std::string text;
  Output out([&](std::string_view piece) { text += piece; });
  const Style style;
  Table table({{"ID"}}, style, out);
  for (int i = 0; i < 1500; ++i) table.add({{std::to_string(i)}});
  out.flush();
  CHECK(text.find("\n1499\n") != std::string::npos);
  table.end();
  out.flush();
  CHECK(text.find("ID\n") == text.rfind("ID\n"));
}

}  // namespace
}  // namespace aliprotect
