// The layout of a header, and the meanings of its columns.
#include "import/table/table_layout.h"

#include "aliprotect/error.h"
#include "support/catch.h"
#include "unit/core/refusal.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

using Names = std::vector<std::string>;
using Roles = std::vector<Role>;

const Names first_products = {"Order ID",      "Order Date",   "Status",
                              "Product Title", "Product Link", "Currency",
                              "Price",         "Store Name",   "Store Link"};

}  // namespace

TEST_CASE("layouts: a known layout has all of its columns, in any order and case") {
  const auto shape = known_shape(first_products);
  REQUIRE(shape);
  CHECK(shape->clock == Clock::pacific);
  CHECK(shape->roles[3] == Role::title);
  CHECK(shape->unknown_columns.empty());
  Names other(first_products.rbegin(), first_products.rend());
  other[0] = " store LINK";
  const auto turned = known_shape(other);
  REQUIRE(turned);
  CHECK(turned->roles[8] == Role::number);
  Names shorter = first_products;
  shorter.pop_back();
  CHECK_FALSE(known_shape(shorter));
  CHECK_FALSE(known_shape({}));
  CHECK_FALSE(known_shape({"Order ID"}));
}

TEST_CASE("layouts: additional columns are reported, unless they are empty") {
  Names names = first_products;
  names.insert(names.end(), {"Colour", ""});
  const auto shape = known_shape(names);
  REQUIRE(shape);
  CHECK(shape->unknown_columns == Names{"Colour"});
  CHECK(shape->roles.size() == names.size());
  CHECK(shape->currencies.size() == names.size());
}

TEST_CASE("layouts: each sheet of a workbook has all columns of its layout") {
  Names orders = {"Order ID",       "Order Date",       "Thumbnail",
                  "Order Title",    "All Titles",       "Status",
                  "Total",          "Currency",         "Store Name",
                  "Payment Method", "Shipping Contact", "Shipping Country",
                  "Post Code",      "Region Address",   "Detail Address",
                  "Phone",          "Order Detail URL", "Invoice Page URL",
                  "Invoice PDFs",   "List JSON",        "Detail JSON",
                  "Invoice JSON"};
  Names lines = {
      "Order ID",        "Order Date",   "Thumbnail",      "Item Title",     "Store Name", "Status",
      "Price",           "Currency",     "Quantity",       "Order Line ID",  "Product ID", "SKU ID",
      "Item Detail URL", "Snapshot URL", "SKU Attrs JSON", "Item Tags JSON", "Line JSON"};
  for (Names* header : {&orders, &lines}) {
    const auto shape = known_shape(*header);
    REQUIRE(shape);
    CHECK(shape->clock == Clock::pacific);
    CHECK(shape->unknown_columns.empty());
    header->pop_back();
    CHECK_FALSE(known_shape(*header));
  }
}

TEST_CASE("layouts: unknown tables are read by their column names") {
  struct Row {
    const char* name;
    Names header;
    Roles roles;
    Names unknown;
  };
  const Roles none = {};
  const Row rows[] = {
      {"a number alone", {"Order ID"}, {Role::number}, {}},
      {"no number", {"Status", "Title"}, none, {}},
      {"nothing", {}, none, {}},
      {"a number within an address is not guessed", {"Invoice URL", "Title"}, none, {}},
      {"a price alone is that of the row", {"Order", "Price"}, {Role::number, Role::row_price}, {}},
      {"beside a total, of a piece",
       {"Order", "Price", "Total"},
       {Role::number, Role::item_price, Role::price},
       {}},
      {"beside a quantity, of a piece",
       {"Order", "Qty", "Price"},
       {Role::number, Role::quantity, Role::item_price},
       {}},
      {"an amount beside a quantity is that of the row",
       {"Order", "Qty", "Amount"},
       {Role::number, Role::quantity, Role::row_price},
       {}},
      {"so is what was paid",
       {"Order", "Paid", "Quantity"},
       {Role::number, Role::row_price, Role::quantity},
       {}},
      {"and an amount beside a total",
       {"Bestellnummer", "Betrag", "Summe"},
       {Role::number, Role::row_price, Role::price},
       {}},
      {"an amount beside a price may be a quantity",
       {"Order", "Amount", "Price"},
       {Role::number, Role::ignored, Role::row_price},
       {"Amount (besides Price)"}},
      {"called alike twice",
       {"Order ID", "Status", "status"},
       {Role::number, Role::status, Role::ignored},
       {"status (again)"}},
      {"the surer name is meant",
       {"Order", "Name", "AliExpress Order ID", "Product"},
       {Role::ignored, Role::ignored, Role::number, Role::title},
       {"Order (besides AliExpress Order ID)", "Name (besides Product)"}},
      {"unknown ones",
       {"Order ID", "Colour", "", "Weight"},
       {Role::number, Role::ignored, Role::ignored, Role::ignored},
       {"Colour", "Weight"}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const auto shape = guessed_shape(row.header);
    CHECK(shape.has_value() == !row.roles.empty());
    if (!shape) continue;
    CHECK(shape->roles == row.roles);
    CHECK(shape->unknown_columns == row.unknown);
    CHECK(shape->clock == Clock::users);
  }
}

TEST_CASE("layouts: units of columns") {
  const auto shape = guessed_shape({"Order ID", "Order Time (UTC)", "Amount (EUR)"});
  REQUIRE(shape);
  CHECK(shape->clock == Clock::utc);
  CHECK_FALSE(shape->currencies[0]);
  REQUIRE(shape->currencies[2]);
  CHECK(shape->currencies[2]->code() == "EUR");
}

TEST_CASE("layouts: --map takes precedence") {
  const Names header = {"My order", "What", "Title", "Paid", "Pieces"};
  const ColumnMap map = {{Role::number, "my ORDER"}, {Role::title, "What"}, {Role::price, "Paid"}};
  CHECK(has_columns(header, map));
  const auto shape = mapped_shape(header, map);
  REQUIRE(shape);
  CHECK(shape->roles ==
        Roles{Role::number, Role::title, Role::ignored, Role::price, Role::quantity});
  CHECK(shape->unknown_columns.empty());

  CHECK_FALSE(mapped_shape({"A", "B"}, {{Role::title, "A"}}));
  CHECK_FALSE(has_columns(header, {{Role::number, "Order"}}));
  CHECK(refusal_of([&] {
          mapped_shape(header, {{Role::number, "Order"}});
        }) ==
        "--map: no column \"Order\" found; the file has: My order, Paid, Pieces, Title, What");
}

TEST_CASE("layouts: --map on a known layout keeps its other columns, in the user's zone") {
  const auto shape = mapped_shape(first_products, {{Role::client, "Store Link"}});
  REQUIRE(shape);
  CHECK(shape->clock == Clock::users);
  CHECK(shape->roles[8] == Role::client);
  CHECK(shape->roles[7] == Role::seller);
}

TEST_CASE("layouts: several notes and tags can be mapped, and one title") {
  const auto shape = mapped_shape({"Order", "A", "B"}, {{Role::note, "A"}, {Role::note, "B"}});
  REQUIRE(shape);
  CHECK(shape->roles == Roles{Role::number, Role::note, Role::note});
  const auto titles = mapped_shape({"Order", "A", "B"}, {{Role::title, "A"}, {Role::title, "B"}});
  CHECK(titles->roles == Roles{Role::number, Role::ignored, Role::title});
}

TEST_CASE("layouts: the delimiter of cells") {
  struct Row {
    const char* name;
    const char* header;
    Dialect dialect;
  };
  const Row rows[] = {
      {"nothing", "", {','}},
      {"one column", "Order ID\n", {','}},
      {"comma", "Order ID,Title\n", {','}},
      {"semicolon", "Order ID;Title\r\n", {';'}},
      {"tab", "Order ID\tTitle", {'\t'}},
      {"bar", "Order ID|Title", {'|'}},
      {"semicolon, with a comma in a name", "Order ID;Title, or name;Price\n", {';'}},
      {"comma, with a semicolon in quotes", "Order ID,\"Title;x;y\",Price\n", {','}},
      {"known names count more than many cells", "Order ID;Title;a,b,c\n", {';'}},
      {"a layout without quotes",
       "Order ID;Product;Store;Value;Tracking ID;Carrier;Order time;Status\n",
       {';', false}},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(dialect_of(row.header) == row.dialect);
  }
}

TEST_CASE("layouts: a table without order numbers, with the reason") {
  CHECK(trouble_with_header({"Product Name", "Shipping Details"}).find("no order number") !=
        std::string::npos);
  CHECK(trouble_with_header({"Product Name"}).empty());
}
