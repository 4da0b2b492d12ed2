#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>

#include "aliprotect/error.h"
#include "store/columns.h"
#include "store/tables.h"
#include "support/catch.h"
#include "support/server_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

Order stored(const Order& order) {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  const OrderId id = add(store, {order}).at(0);
  return store.find(id).value();
}

Order with_first_id(Order order) {
  order.id = OrderId{1};
  return order;
}

std::vector<std::string> columns_in_schema(const SQLite::Database& db, const std::string& table) {
  std::vector<std::string> columns;
  SQLite::Statement rows(db, "SELECT name FROM pragma_table_info(:table)");
  rows.bind(":table", table);
  while (rows.executeStep()) columns.push_back(rows.getColumn(0).getString());
  return columns;
}

}  // namespace

TEST_CASE("an order is read as it was recorded", "[store]") {
  const Order full = full_order("3051000000421234");
  CHECK(stored(full) == with_first_id(full));

  const Order bare = bare_order("30510000004212");
  CHECK(stored(bare) == with_first_id(bare));
}

TEST_CASE("every value of every enum is read as it was recorded", "[store]") {
  Order order = bare_order("3051000000421234");
  order.inspection = Inspection::good;
  order.extensions = {{day(1), {}, {}, ExtensionStatus::pending, {}, {}},
                      {day(2), {}, {}, ExtensionStatus::granted, {}, {}}};
  for (const Reason reason : {Reason::not_received, Reason::not_as_described}) {
    for (const Want want : {Want::full, Want::return_goods, Want::partial}) {
      order.disputes.emplace_back();
      order.disputes.back().reason = reason;
      order.disputes.back().want = want;
    }
  }
  order.disputes[0].seller_answer = SellerAnswer::refused;
  order.disputes[1].seller_answer = SellerAnswer::accepted;
  order.disputes[2].outcome = Outcome::refunded;
  order.disputes[3].outcome = Outcome::rejected;
  CHECK(stored(order) == with_first_id(order));
}

TEST_CASE("empty texts are not absent", "[store]") {
  Order order = bare_order("3051000000421234");
  order.title = "";
  order.parcels = {{"", "", false, {}, {}}, {}};
  order.notes = {{first_instant, ""}};
  CHECK(stored(order) == with_first_id(order));
}

TEST_CASE("hostile texts are read byte for byte", "[file][store]") {
  Order order = bare_order("3051000000421234");
  SECTION("a megabyte") { order.title = std::string(1 << 20, 'x'); }
  SECTION("control characters") { order.title = "\x1b[31m red \x7f \r\n \u202e"; }
  SECTION("not UTF-8") { order.seller = "\xff\xfe caf\xe9"; }
  SECTION("SQL") { order.client = "'); DROP TABLE orders; --"; }
  SECTION("JSON") { order.tags = {"\"]}", "\\u0041", "\\"}; }
  CHECK(stored(order) == with_first_id(order));
}

TEST_CASE("a NUL is refused in every text", "[store]") {
  const std::string nul("a\0b", 3);
  Order order = full_order("3051000000421234");
  SECTION("title") { order.title = nul; }
  SECTION("tag") { order.tags[1] = nul; }
  SECTION("tracking") { order.parcels[1].tracking = nul; }
  SECTION("file") { order.disputes[1].evidence[1].file = nul; }
  SECTION("evidence note") { order.disputes[0].evidence[0].note = nul; }
  SECTION("note") { order.notes[0].text = nul; }
  CHECK_THROWS_AS(stored(order), UserError);
}

TEST_CASE("the rows of several orders are not mixed up", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  std::vector<Order> orders = {bare_order("3051000000411234"), full_order("3051000000421234"),
                               bare_order("3051000000431234"), full_order("3051000000441234")};
  orders[2].notes = {{day(5), "alone"}};
  orders[3].disputes.pop_back();
  const std::vector<OrderId> ids = add(store, orders);
  for (std::size_t i = 0; i < orders.size(); ++i) orders[i].id = ids[i];

  CHECK(all_orders(store) == orders);
  for (const Order& order : orders) CHECK(store.find(order.number) == order);
}

/// The names of a list's fields, as its view has them.
template <typename Element>
std::vector<std::string> fields_of() {
  store::ColumnNames columns;
  const Element empty{};
  store::each_field(empty, [&]<typename Field>(std::string_view name, const Field& field) {
    if constexpr (!std::is_same_v<Field, std::vector<Evidence>>) columns(name, field);
  });
  return columns.names;
}

TEST_CASE("the columns of the program match the schema", "[file][store]") {
  const TempDir folder;
  Store::open_to_write(store_in(folder), shipped_policies());
  const SQLite::Database db(store_in(folder));
  const auto check = [&](const std::string& table, std::vector<std::string> columns) {
    INFO(table);
    std::vector<std::string> in_schema = columns_in_schema(db, table);
    std::sort(columns.begin(), columns.end());
    std::sort(in_schema.begin(), in_schema.end());
    CHECK(columns == in_schema);
  };
  std::vector<std::string> orders = store::columns_of<store::OrdersTable>();
  check("orders", orders);
  orders.insert(orders.end(), {"entry_id", "number_ended"});
  check("former_orders", orders);
  std::vector<std::string> rule_sets = store::columns_of<store::RuleSetsTable>();
  check("rule_sets", rule_sets);
  rule_sets.emplace_back("entry_id");
  check("former_rule_sets", rule_sets);
}

TEST_CASE("the views have the fields of the lists", "[file][store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  add(store, {full_order("3051000000421234")});
  const SQLite::Database db(store_in(folder));
  const auto check = [&]<typename Element>(const std::string& view, Element) {
    INFO(view);
    std::vector<std::string> columns = fields_of<Element>();
    columns.insert(columns.begin(), "position");
    if (view == "evidence") columns.insert(columns.begin(), "dispute");
    columns.insert(columns.begin(), "order_id");
    CHECK(columns == columns_in_schema(db, view));
    for (const std::string& column : columns) {
      INFO(column);
      CHECK(value_of(store_in(folder), "SELECT count(*) = count(" + column +
                                           ") AND count(*) > 0 FROM " + view) == "1");
    }
  };
  check("parcels", Parcel{});
  check("extensions", Extension{});
  check("disputes", Dispute{});
  check("evidence", Evidence{});
  check("notes", Note{});
}

TEST_CASE("a view has the values of a list", "[file][store]") {
  const TempDir folder;
  const std::string path = store_in(folder);
  Store store = Store::open_to_write(path, shipped_policies());
  Order order = bare_order("3051000000421234");
  order.parcels = {{}, {"LP\"1\\", {}, true, day(1), {}, {}}};
  order.disputes.emplace_back();
  order.disputes[0].amount = usd(250);
  add(store, {bare_order("3051000000411234"), order});
  CHECK(value_of(path,
                 "SELECT group_concat(concat_row, ' ') FROM (SELECT order_id || ',' || "
                 "position || ',' || coalesce(tracking, '-') || ',' || untracked AS "
                 "concat_row FROM parcels ORDER BY position)") == "2,0,-,0 2,1,LP\"1\\,1");
  CHECK(value_of(path, "SELECT amount_minor || amount_currency FROM disputes") == "250USD");
}

TEST_CASE("the full order of these tests has a value in every column", "[store]") {
  const TempDir folder;
  Store store = Store::open_to_write(store_in(folder), shipped_policies());
  add(store, {full_order("3051000000421234")});
  for (const std::string& column : store::columns_of<store::OrdersTable>()) {
    INFO(column);
    CHECK(value_of(store_in(folder), "SELECT " + column + " IS NOT NULL FROM orders") == "1");
  }
}

}  // namespace aliprotect::testing
