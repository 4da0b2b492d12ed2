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

TEST_CASE("cells: substitutes for empty cells are skipped, except in free text") {
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
  CHECK(read_cell(Role::title, R"(=HYPERLINK("https://example.test/item/1.html"; "Lamp"))")
            .order.titles == Cells{"Lamp"});
  CHECK(read({{Role::number}},
             {R"(=HYPERLINK("https://example.test/?orderId=3051000000011234","details"))"})
            .order.facts.number.text() == "3051000000011234");
  CHECK(read_cell(Role::tracking, "'LP001").order.facts.parcels[0].tracking == "LP001");
}

TEST_CASE("cells: skipped cells and rejected rows") {
  struct Row {
    const char* name;
    Role role;
    const char* cell;
    const char* reason;
  };
  const Row rows[] = {
      {"status", Role::status, "Teleported", "unknown status \"Teleported\""},
      {"frozen", Role::status, "Frozen", "the status \"Frozen\" does not say what happened"},
      {"expired", Role::status, "Expired",
       "the status \"Expired\" does not say how the order ended"},
      {"a code", Role::status, "8", "unknown status \"8\""},
      {"end reason", Role::end_reason, "trade_close", "unknown end reason \"trade_close\""},
      {"not UTF-8", Role::title, "L\xE4mpchen",
       "\"L\\xe4mpchen\" is not UTF-8; save the file as CSV (UTF-8)"},
      {"quantity in words", Role::quantity, "two", "\"two\" is not a valid quantity"},
      {"half a piece", Role::quantity, "1.5", "\"1.5\" is not a valid quantity"},
      {"pieces of packs", Role::quantity, "2 x 3", "\"2 x 3\" is not a valid quantity"},
      {"negative quantity", Role::quantity, "-1", "\"-1\" is not a valid quantity"},
      {"days", Role::days, "45 days", "\"45 days\" is not a valid number of days"},
      {"too many days", Role::protection_days, "99999", "\"99999\" is more than 3650 days"},
      {"untracked", Role::untracked, "maybe", "\"maybe\" is neither true nor false"},
      {"negative price", Role::price, "US $-5.00",
       "\"US $-5.00\" is negative, so it is a coupon or a refund, not a price"},
      {"a rounded tracking number", Role::tracking, "LP001, 4.2E+12",
       "\"4.2E+12\" is not a valid tracking number: a spreadsheet rounded it and the last digits "
       "are lost; format the column as text, or copy the number from the order page"},
      {"price in brackets", Role::price, "(US $5.00)",
       "\"(US $5.00)\" is negative, so it is a coupon or a refund, not a price"},
      {"cents", Role::row_cents, "12.34", "\"12.34\" is not a valid amount in cents"},
      {"parent", Role::parent_number, "x",
       "\"x\" is not a valid order number: expected only digits; "
       "copy the number from the order page"},
      {"date", Role::shipped, "soon",
       "cannot read \"soon\" as a date: write 2026-03-24, 24.03.2026, \"Mar 24, "
       "2026\" or \"24 Mar 2026\", and a time of day after it"},
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
  const PageRow large = read({{Role::number}, {Role::item_price}, {Role::quantity}},
                             {"3051000000011234", "US $99999999.00", "999999999"});
  CHECK(large.skipped.at(0).reason == "99999999.00 USD times 999999999 is too large");
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
  CHECK(unknown.skipped.at(0).reason == "\"12,34\" has no known currency");
  CHECK(unknown.skipped.at(0).advice == "pass `import --currency CODE`");
  CHECK(money(unknown.order.facts.price) == "none");
}

TEST_CASE("cells: an unknown currency is not replaced by another") {
  const auto row = [](Role price, const char* currency) {
    return read({{Role::number}, {Role::currency}, {price}}, {"3051000000011234", currency, "5"},
                "GBP");
  };
  for (const char* unknown : {"coins", "$", "XXQ", "5", "EUR or USD"}) {
    INFO(unknown);
    const PageRow total = row(Role::price, unknown);
    CHECK(money(total.order.facts.price) == "none");
    CHECK(skipped_fields(total.skipped) == "currency, price");
    CHECK(total.skipped.at(0).value == unknown);
    CHECK(money(row(Role::item_price, unknown).order.items) == "none");
    CHECK(skipped_fields(row(Role::sale_price, unknown).skipped) == "currency, sale_price");
    CHECK(skipped_fields(row(Role::row_cents, unknown).skipped) == "currency, price");
  }
  const PageRow open =
      read({{Role::number}, {Role::currency}, {Role::price}}, {"3051000000011234", "$", "5"});
  CHECK(skipped_fields(open.skipped) == "price");
  CHECK(money(row(Role::price, "£").order.facts.price) == "5.00 GBP");
  CHECK(money(row(Role::price, "").order.facts.price) == "5.00 GBP");
  const PageRow marked = read({{Role::number}, {Role::currency}, {Role::price}},
                              {"3051000000011234", "coins", "US $5"}, "GBP");
  CHECK(money(marked.order.facts.price) == "5.00 USD");
  CHECK(skipped_fields(marked.skipped) == "currency");
}

TEST_CASE("cells: the amount paid for the row takes precedence over the price of a piece") {
  const auto items = [](const char* amount, const char* price) {
    return read({{Role::number}, {Role::row_price}, {Role::item_price}, {Role::quantity}},
                {"3051000000011234", amount, price, "3"});
  };
  CHECK(money(items("US $8", "US $3").order.items) == "8.00 USD");
  CHECK(money(items("", "US $3").order.items) == "9.00 USD");
  CHECK(skipped_fields(items("8", "US $3").skipped) == "price");
  CHECK(money(items("8", "US $3").order.items) == "9.00 USD");
  CHECK(skipped_fields(items("8", "3").skipped) == "price, price");
}

TEST_CASE("cells: a date that is not a delivery") {
  const auto row = [](Role role, const char* date, const char* status) {
    return read({{Role::number}, {Role::tracking}, {role}, {Role::status}},
                {"3051000000011234", "LP001", date, status});
  };
  const auto delivered = [&](Role role, const char* date, const char* status) {
    const PageRow read = row(role, date, status);
    const StatedParcel& parcel = read.order.facts.parcels.at(0);
    const bool confirmed = std::string_view(status) == "Completed";
    CHECK_FALSE((confirmed ? parcel.claimed_delivered_at : parcel.delivered_at));
    const auto& at = confirmed ? parcel.delivered_at : parcel.claimed_delivered_at;
    const std::string fields = skipped_fields(read.skipped);
    CHECK((fields.find("delivered_at") != std::string::npos) != at.has_value());
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
  CHECK(row(Role::delivery_date, "", "Awaiting delivery").skipped.empty());
  const PageRow both = read({{Role::number}, {Role::delivery_date}, {Role::delivered}},
                            {"3051000000011234", "2026-04-01", "2026-03-19"});
  CHECK(to_rfc3339(both.order.facts.parcels.at(0).claimed_delivered_at.value()) ==
        "2026-03-19T00:00:00Z");
  CHECK(both.skipped.empty());
  const PageRow expected =
      read({{Role::number}, {Role::delivery_date}}, {"3051000000011234", "2026-04-01"});
  CHECK(expected.order.facts.parcels.empty());
}

TEST_CASE("cells: cents") {
  const std::vector<Column> columns = {{Role::number}, {Role::row_cents}};
  const Cells cells = {"3051000000011234", "1230"};
  CHECK(money(read(columns, cells, "EUR").order.items) == "12.30 EUR");
  CHECK(money(read(columns, cells, "KWD").order.items) == "12.300 KWD");
  const auto reason = [&](const Cells& row, const char* currency) {
    return read(columns, row, currency).skipped.at(0).reason;
  };
  CHECK(reason(cells, "JPY") == "1230 cents are not a whole amount in JPY");
  CHECK(reason(cells, nullptr) == "\"1230\" has no known currency");
  const Cells most = {"3051000000011234", "999999999999999"};
  CHECK(money(read(columns, most, "EUR").order.items) == "9999999999999.99 EUR");
  CHECK(reason(most, "KWD") == "999999999999999 cents is too much for a price");
  const Cells more = {"3051000000011234", "1000000000000000"};
  CHECK(reason(more, "EUR") == "1000000000000000 cents is too much for a price");
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

TEST_CASE("cells: two numbers in one cell reject the row") {
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

TEST_CASE("cells: a row with too many cells states only its number, if that is certain") {
  const TableShape shape = shape_of({{Role::title}, {Role::number}, {Role::ordered}});
  const auto number = [&](const Cells& cells) {
    return read_number_alone(cells, shape, "too many").order.facts.number.text();
  };
  const Cells cells = {"Lamp", "3051000000011234", "2026-03-01", "blue"};
  CHECK(number(cells) == "3051000000011234");
  const PageRow row = read_number_alone(cells, shape, "too many");
  CHECK(row.order.titles.empty());
  CHECK_FALSE(row.order.facts.ordered_at);
  CHECK(row.skipped.at(0).field == "row");
  CHECK(row.skipped.at(0).value == "Lamp,3051000000011234,2026-03-01,blue");
  CHECK_THROWS_WITH(number({"Lamp", "3051000000011234", "", "3051000000021234"}), "too many");
  CHECK_THROWS_WITH(number({"Lamp", "30510000000112341234", "", ""}), "too many");
  CHECK_THROWS_AS(number({"3051000000011234", "Lamp", "", ""}), RowError);
}

TEST_CASE("cells: a link supplies a number that a spreadsheet damaged") {
  const auto number = [](const char* cell, const char* link) {
    return read({{Role::number}, {Role::number_in_url}}, {cell, link}).order.facts.number.text();
  };
  constexpr auto link = "https://example.test/detail.html?orderId=3051000000011234";
  CHECK(number("3.05E+15", link) == "3051000000011234");
  CHECK(number("3051000000011234", "https://example.test/") == "3051000000011234");
  CHECK(number("", link) == "3051000000011234");
  CHECK_THROWS_WITH(
      number("3051000000021234", link),
      "its order number 3051000000021234 and its link with 3051000000011234 belong to "
      "different orders");
  CHECK_THROWS_AS(number("3.05E+15", ""), RowError);
}

TEST_CASE("cells: a coupon row has no title and no price") {
  const PageRow row = read({{Role::number}, {Role::title}, {Role::row_price}},
                           {"3051000000011234", "Coupon", "-US $2.93"});
  CHECK(row.order.titles.empty());
  CHECK_FALSE(row.order.items_unknown);
  CHECK(skipped_fields(row.skipped) == "price");
}

TEST_CASE("cells: a plain dollar sign in AliExpress's layouts is USD") {
  const Zone utc = Zone::utc();
  const auto price = [&](const char* cell, const char* currency, const char* fallback) {
    CellReading reading{{utc}, Currency::from_code(fallback), {}, Currency::from_code("USD")};
    const TableShape shape = shape_of({{Role::number}, {Role::currency}, {Role::price}});
    return money(
        read_page_row({"3051000000011234", currency, cell}, shape, reading).order.facts.price);
  };
  CHECK(price("$5.00", "", "") == "5.00 USD");
  CHECK(price("$5.00", "", "EUR") == "5.00 USD");
  CHECK(price("$5.00", "", "CAD") == "5.00 CAD");
  CHECK(price("$5.00", "CAD", "") == "5.00 CAD");
  CHECK(price("5.00", "$", "") == "5.00 USD");
  CHECK(price("C$5.00", "", "") == "5.00 CAD");
  CHECK(price("5.00", "", "") == "none");
}
