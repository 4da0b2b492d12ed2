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

TEST_CASE("columns are aligned by display width, without trailing blanks") {
  CHECK(printed(columns, {}, {{{"1"}, {"雨伞"}, {"open"}}, {{"12"}, {"hub"}, {""}}}) ==
        "ID  TITLE  STATUS\n"
        " 1  雨伞   open\n"
        "12  hub\n");
}

TEST_CASE("a table without rows prints nothing") { CHECK(printed(columns, {}, {}).empty()); }

TEST_CASE("on a narrow terminal the title is cut") {
  Style style;
  style.width = 24;
  CHECK(printed(columns, style, {{{"1"}, {"headphones, wireless"}, {"open"}}}) ==
        "ID  TITLE         STATUS\n"
        " 1  headphones,…  open\n");
}

TEST_CASE("notes follow the text; on a terminal they are printed below the row") {
  const std::vector<std::vector<Cell>> rows = {
      {{"1"}, {"hub"}, {"open", Tint::plain, {"late", "big"}}},
      {{"2"}, {"lamp"}, {"", Tint::plain, {"late"}}}};
  CHECK(printed(columns, {}, rows) ==
        "ID  TITLE  STATUS\n"
        " 1  hub    open, late, big\n"
        " 2  lamp   late\n");
  Style style;
  style.width = 24;
  CHECK(printed(columns, style, rows) ==
        "ID  TITLE  STATUS\n"
        " 1  hub    open\n"
        "    late · big\n"
        " 2  lamp\n"
        "    late\n");
}

TEST_CASE("on a narrower terminal columns are dropped, lowest rank first") {
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

TEST_CASE("the column to cut first is cut before those left of it") {
  const std::vector<TableColumn> both = {{"NEXT STEP", false, 6},
                                         {"TITLE", false, 4, 0, false, "", true}};
  Style style;
  style.width = 24;
  CHECK(printed(both, style, {{{"open a dispute"}, {"headphones"}}}) ==
        "NEXT STEP       TITLE\n"
        "open a dispute  headpho…\n");
  style.width = 14;
  CHECK(printed(both, style, {{{"open a dispute"}, {"headphones"}}}) ==
        "NEXT ST…  TIT…\n"
        "open a …  hea…\n");
}

TEST_CASE("a dropped column can be printed below its row, with a label") {
  const std::vector<TableColumn> columns_below = {{"ID", true},
                                                  {"CLOSES", false, 0, 3, true, "closes"},
                                                  {"PRICE", true, 0, 1, true},
                                                  {"SELLER", false, 0, 2}};
  const std::vector<std::vector<Cell>> rows = {
      {{"1"}, {"in 2 d · Sun 22 Nov"}, {"12.34 USD"}, {"Lamp House"}}, {{"2"}, {""}, {""}, {""}}};
  Style style;
  style.width = 30;
  CHECK(printed(columns_below, style, rows) ==
        "ID  CLOSES\n"
        " 1  in 2 d · Sun 22 Nov\n"
        "    12.34 USD\n"
        " 2\n");
  style.width = 20;
  CHECK(printed(columns_below, style, rows) ==
        "ID\n"
        " 1\n"
        "    closes: in 2 d\n"
        "    Sun 22 Nov\n"
        "    12.34 USD\n"
        " 2\n");
}

TEST_CASE("on a terminal a wider later row is cut") {
  std::string text;
  Output out([&](std::string_view piece) { text += piece; });
  Style style;
  style.width = 12;
  Table table({{"ID", true}, {"TITLE", false, 4}}, style, out);
  for (int i = 0; i < 1000; ++i) table.add({{"1"}, {"headphones"}});
  table.add({{"12345"}, {"headphones"}});
  out.flush();
  CHECK(text.ends_with("\n12345  head…\n"));
}

TEST_CASE("without a terminal no cell is cut") {
  const std::string long_title(300, 'x');
  CHECK(printed(columns, {}, {{{"1"}, {long_title}, {"open"}}}).find(long_title) !=
        std::string::npos);
}

TEST_CASE("without a terminal a very long text does not widen other rows") {
  const std::string text(5'000, 'x');
  CHECK(printed(columns, {}, {{{"1"}, {text}, {"open"}}, {{"2"}, {"hub"}, {"open"}}}) ==
        "ID  TITLE" + std::string(197, ' ') + "STATUS\n 1  " + text + "  open\n 2  hub" +
            std::string(199, ' ') + "open\n");
}

TEST_CASE("colours are used only if enabled") {
  Style style;
  const std::vector<std::vector<Cell>> rows = {{{"1"}, {"hub", Tint::red}, {"open"}}};
  CHECK(printed(columns, style, rows).find('\x1b') == std::string::npos);
  style.color = true;
  CHECK(printed(columns, style, rows).find("\x1b[1;31mhub\x1b[0m") != std::string::npos);
}

TEST_CASE("after the rows that determine the widths, rows are printed at once") {
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
