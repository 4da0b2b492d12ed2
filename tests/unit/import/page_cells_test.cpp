// Rows of tables, cell by cell.
#include "import/table/page_cells.h"

#include "unit/import/one_cell.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

using Cells = std::vector<std::string>;

struct Column {
  Role role;
  const char* currency = "";
};

TableShape shape_of(const std::vector<Column>& columns) {
  TableShape shape;
  for (const Column& column : columns) {
    shape.roles.push_back(column.role);
    shape.currencies.push_back(Currency::from_code(column.currency));
  }
  return shape;
}

PageRow read(const std::vector<Column>& columns, const Cells& cells,
             const char* currency = nullptr) {
  const Zone utc = Zone::utc();
  const CellReading reading{{utc},
                            currency ? Currency::from_code(currency) : std::nullopt,
                            from_rfc3339("2026-03-20T12:00:00Z").value()};
  return read_page_row(cells, shape_of(columns), reading);
}

std::string money(const std::optional<Money>& amount) { return amount ? to_text(*amount) : "none"; }

}  // namespace

TEST_CASE("cells: what states nothing is left out, but in free text") {
  for (const char* cell : {"", "  ", "-", "–", "N/A", "#N/A", "null", "NaN", "None"}) {
    INFO(cell);
    for (const Role role : {Role::ordered, Role::status, Role::quantity, Role::price, Role::days,
                            Role::tracking, Role::closes, Role::tags}) {
      const PageOrder order = read_cell(role, cell).order;
      CHECK_FALSE(order.facts.ordered_at);
      CHECK_FALSE(order.status);
      CHECK_FALSE(order.facts.price);
      CHECK(order.facts.parcels.empty());
      CHECK(order.facts.tags.empty());
    }
  }
  CHECK(read_cell(Role::title, "N/A").order.titles == Cells{"N/A"});
  CHECK(read_cell(Role::title, " '90s poster ").order.titles == Cells{"'90s poster"});
  CHECK(read_cell(Role::tracking, "'LP001").order.facts.parcels[0].tracking == "LP001");
}

TEST_CASE("cells: what is refused") {
  struct Row {
    const char* name;
    Role role;
    const char* cell;
    const char* reason;
  };
  const Row rows[] = {
      {"status", Role::status, "Teleported",
       "\"Teleported\" is no status that is known; write one that is, such as Awaiting shipment, "
       "Awaiting delivery, Completed, Canceled or Refunded"},
      {"quantity in words", Role::quantity, "two", "\"two\" is no quantity"},
      {"half a piece", Role::quantity, "1.5", "\"1.5\" is no quantity"},
      {"pieces of packs", Role::quantity, "2 x 3", "\"2 x 3\" is no quantity"},
      {"negative quantity", Role::quantity, "-1", "\"-1\" is no quantity"},
      {"days", Role::days, "45 days", "\"45 days\" is no number of days"},
      {"too many days", Role::protection_days, "99999", "\"99999\" is more than 3650 days"},
      {"untracked", Role::untracked, "maybe", "\"maybe\" is neither true nor false"},
      {"negative price", Role::price, "US $-5.00",
       "invalid amount \"US $-5.00\": it is negative; give an amount of 0 or more"},
      {"a rounded tracking number", Role::tracking, "LP001, 4.2E+12",
       "\"4.2E+12\" is not a valid tracking number: a spreadsheet rounded it and the last digits "
       "are lost; format the column as text, or copy the number from the order page"},
      {"price in brackets", Role::price, "(US $5.00)",
       "invalid amount \"(US $5.00)\": an amount in brackets is negative; give an amount of 0 or "
       "more"},
      {"cents", Role::row_cents, "12.34", "\"12.34\" is no amount in cents"},
      {"parent", Role::parent_number, "x",
       "\"x\" is not a valid order number: expected only digits; "
       "copy the number from the order page"},
      {"date", Role::shipped, "soon",
       "cannot read \"soon\" as a date: a date is written 2026-03-24, 24.03.2026, \"Mar 24, "
       "2026\" or \"24 Mar 2026\", and a time of day may follow"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(refusal_of(row.role, row.cell) == row.reason);
  }
  CHECK_THROWS_WITH(read({{Role::title}}, {"Lamp"}), "it has no order number");
  CHECK_THROWS_WITH(read({{Role::number}}, {}), "it has no order number");
}

TEST_CASE("cells: quantities as shops print them") {
  for (const char* cell : {"2", "2.00", "2,0", "x2", "X 2", "2 pcs", "2 шт.", "2x"}) {
    INFO(cell);
    const auto row = read({{Role::number}, {Role::item_price}, {Role::quantity}},
                          {"3051000000011234", "US $1.50", cell});
    CHECK(money(row.order.items) == "3.00 USD");
  }
  CHECK(money(read_cell(Role::item_price, "1.50").order.items) == "1.50 USD");
  CHECK_THROWS_WITH(read({{Role::number}, {Role::item_price}, {Role::quantity}},
                         {"3051000000011234", "US $99999999.00", "999999999"}),
                    "its price is too large");
}

TEST_CASE("cells: the currency of the cell, of the column, of the row, of the command line") {
  const std::vector<Column> columns = {
      {Role::number}, {Role::currency}, {Role::price, "PLN"}, {Role::sale_price}};
  const auto facts = [&](const char* price, const char* sale, const char* currency) {
    return read(columns, {"3051000000011234", currency, price, sale}, "SEK").order.facts;
  };
  CHECK(money(facts("US $1", "2", "EUR").price) == "1.00 USD");
  CHECK(money(facts("1", "2", "EUR").price) == "1.00 PLN");
  CHECK(money(facts("1", "2", "EUR").sale_price) == "2.00 EUR");
  CHECK(money(facts("1", "2", "").sale_price) == "2.00 SEK");
  CHECK(money(facts("1", "2", "N/A").sale_price) == "2.00 SEK");
  CHECK(money(facts("1", "2", "kr").sale_price) == "2.00 SEK");
  const auto unknown = read({{Role::number}, {Role::price}}, {"3051000000011234", "12,34"});
  CHECK(unknown.skipped_values.price);
  CHECK(unknown.skipped_values.currency.empty());
  CHECK(money(unknown.order.facts.price) == "none");
}

TEST_CASE("cells: nothing takes the place of a currency that is not known") {
  const auto row = [](Role price, const char* currency) {
    return read({{Role::number}, {Role::currency}, {price}}, {"3051000000011234", currency, "5"},
                "GBP");
  };
  for (const char* unknown : {"coins", "$", "XXQ", "5", "EUR or USD"}) {
    INFO(unknown);
    const PageRow total = row(Role::price, unknown);
    CHECK(money(total.order.facts.price) == "none");
    CHECK(total.skipped_values.price);
    CHECK(total.skipped_values.currency == unknown);
    CHECK(money(row(Role::item_price, unknown).order.items) == "none");
    CHECK(row(Role::sale_price, unknown).skipped_values.sale_price);
    CHECK(row(Role::row_cents, unknown).skipped_values.currency == unknown);
  }
  const PageRow open =
      read({{Role::number}, {Role::currency}, {Role::price}}, {"3051000000011234", "$", "5"});
  CHECK(open.skipped_values.price);
  CHECK(open.skipped_values.currency.empty());  // --currency tells
  CHECK(money(row(Role::price, "£").order.facts.price) == "5.00 GBP");
  CHECK(money(row(Role::price, "").order.facts.price) == "5.00 GBP");
  const PageRow marked = read({{Role::number}, {Role::currency}, {Role::price}},
                              {"3051000000011234", "coins", "US $5"}, "GBP");
  CHECK(money(marked.order.facts.price) == "5.00 USD");
  CHECK_FALSE(marked.skipped_values.price);
}

TEST_CASE("cells: what was paid for the row goes before the price of a piece") {
  const auto items = [](const char* amount, const char* price) {
    return read({{Role::number}, {Role::row_price}, {Role::item_price}, {Role::quantity}},
                {"3051000000011234", amount, price, "3"});
  };
  CHECK(money(items("US $8", "US $3").order.items) == "8.00 USD");
  CHECK(money(items("", "US $3").order.items) == "9.00 USD");
  CHECK_FALSE(items("8", "US $3").skipped_values.item_price);
  CHECK(items("8", "3").skipped_values.item_price);
}

TEST_CASE("cells: a date that is no delivery") {
  const auto row = [](Role role, const char* date, const char* status) {
    return read({{Role::number}, {Role::tracking}, {role}, {Role::status}},
                {"3051000000011234", "LP001", date, status});
  };
  const auto delivered = [&](Role role, const char* date, const char* status) {
    const PageRow read = row(role, date, status);
    const auto& at = read.order.facts.parcels.at(0).delivered_at;
    CHECK(read.skipped_values.delivery != at.has_value());
    return at ? to_rfc3339(*at) : "none";
  };
  for (const char* open : {"Awaiting delivery", "Awaiting shipment", "Partially shipped", "Frozen",
                           "In dispute", "Ready for pickup", "Canceled", "Refunded"}) {
    INFO(open);
    CHECK(delivered(Role::delivery_date, "2026-03-19", open) == "none");
    CHECK(delivered(Role::delivered, "2026-03-19", open) == "2026-03-19T00:00:00Z");
    CHECK(delivered(Role::delivered, "2026-03-21", open) == "none");
  }
  CHECK(delivered(Role::delivery_date, "2026-03-19", "Delivered") == "2026-03-19T00:00:00Z");
  CHECK(delivered(Role::delivery_date, "2026-03-19", "Completed") == "2026-03-19T00:00:00Z");
  CHECK(delivered(Role::delivery_date, "2026-03-19", "") == "2026-03-19T00:00:00Z");
  CHECK(delivered(Role::delivery_date, "2026-03-20 12:00:00", "") == "2026-03-20T12:00:00Z");
  CHECK(delivered(Role::delivery_date, "2026-03-20 12:00:01", "") == "none");
  CHECK(delivered(Role::delivered, "2026-03-21", "Delivered") == "none");
  CHECK_FALSE(row(Role::delivery_date, "", "Awaiting delivery").skipped_values.delivery);
  const PageRow both = read({{Role::number}, {Role::delivery_date}, {Role::delivered}},
                            {"3051000000011234", "2026-04-01", "2026-03-19"});
  CHECK(to_rfc3339(both.order.facts.parcels.at(0).delivered_at.value()) == "2026-03-19T00:00:00Z");
  CHECK_FALSE(both.skipped_values.delivery);
  const PageRow expected =
      read({{Role::number}, {Role::delivery_date}}, {"3051000000011234", "2026-04-01"});
  CHECK(expected.order.facts.parcels.empty());
}

TEST_CASE("cells: cents") {
  const std::vector<Column> columns = {{Role::number}, {Role::row_cents}};
  const Cells cells = {"3051000000011234", "1230"};
  CHECK(money(read(columns, cells, "EUR").order.items) == "12.30 EUR");
  CHECK(money(read(columns, cells, "KWD").order.items) == "12.300 KWD");
  CHECK_THROWS_WITH(read(columns, cells, "JPY"), "1230 cents are no whole amount in JPY");
  CHECK(read(columns, cells).skipped_values.item_price);
  const Cells most = {"3051000000011234", "999999999999999"};
  CHECK(money(read(columns, most, "EUR").order.items) == "9999999999999.99 EUR");
  CHECK_THROWS_WITH(read(columns, most, "KWD"), "999999999999999 cents are beyond any price");
  const Cells more = {"3051000000011234", "1000000000000000"};
  CHECK_THROWS_WITH(read(columns, more, "EUR"), "1000000000000000 cents are beyond any price");
}

TEST_CASE("cells: parcels") {
  const std::vector<Column> columns = {{Role::number},  {Role::tracking}, {Role::carrier},
                                       {Role::shipped}, {Role::status},   {Role::untracked}};
  const auto parcels = [&](const char* tracking, const char* carrier, const char* shipped,
                           const char* status) {
    return read(columns, {"3051000000011234", tracking, carrier, shipped, status, "no"})
        .order.facts.parcels;
  };
  CHECK(parcels("", "", "", "").empty());
  CHECK(parcels("", "Post", "", "Awaiting shipment").empty());
  CHECK(parcels("", "Post", "", "Awaiting delivery").at(0).carrier == "Post");
  CHECK(parcels("", "", "2026-03-24", "").size() == 1);
  const auto two = parcels("LP001, LP002", "Post", "2026-03-24", "");
  REQUIRE(two.size() == 2);
  CHECK(two[0].tracking == "LP001");
  CHECK(two[1].tracking == "LP002");
  CHECK(two[1].carrier == "Post");
  CHECK(to_rfc3339(two[1].shipped_at.value()) == "2026-03-24T00:00:00Z");
  CHECK(parcels("LP001\nLP002;LP003|", "", "", "").size() == 3);
  CHECK(parcels("LP001, lp001", "", "", "").size() == 1);
  CHECK(parcels("RR 123 456 789 XX", "", "", "").at(0).tracking == "RR 123 456 789 XX");
}

TEST_CASE("cells: two numbers in one cell are no order") {
  CHECK_THROWS_AS(read({{Role::number}}, {"3051000000011234\n3051000000021234"}), RowError);
  CHECK_THROWS_AS(read({{Role::number}}, {"3051000000011234 3051000000021234"}), RowError);
  CHECK(read({{Role::number}}, {"3051 0000 0001 1234"}).order.facts.number.text() ==
        "3051000000011234");
}

TEST_CASE("cells: beginnings and ends of days, sub-orders, notes, tags") {
  const auto facts = [](Role role) { return read_cell(role, "2026-03-24").order.facts; };
  CHECK(to_rfc3339(facts(Role::ordered).ordered_at.value()) == "2026-03-24T00:00:00Z");
  CHECK(to_rfc3339(facts(Role::deadline).deadline.value()) == "2026-03-24T23:59:59Z");
  CHECK(to_rfc3339(facts(Role::closes).closes.at.value()) == "2026-03-24T23:59:59Z");
  CHECK(to_rfc3339(facts(Role::pickup_by).pickup_by.value()) == "2026-03-24T23:59:59Z");
  CHECK(read_cell(Role::parent_number, "3051000000021234").order.facts.number.text() ==
        "3051000000021234");
  CHECK(read_cell(Role::parent_number, "0").order.facts.number.text() == "3051000000011234");
  const auto notes =
      read({{Role::number}, {Role::note}, {Role::note}}, {"3051000000011234", "first", "second"});
  CHECK(notes.order.notes == Cells{"first", "second"});
  CHECK(read_cell(Role::tags, "gift, work;; ").order.facts.tags == Cells{"gift", "work"});
}

TEST_CASE("cells: a row that cannot be read still tells its order, if it can") {
  const TableShape shape = shape_of({{Role::number}, {Role::ordered}});
  CHECK(number_of_row({"3051000000011234", "soon"}, shape) == "3051000000011234");
  CHECK(number_of_row({"3051", "soon"}, shape).empty());
  CHECK(number_of_row({}, shape).empty());
}
