#include "store/lists.h"

#include "store/columns.h"
#include "store/sqlite/migrations.h"
#include "support/catch.h"
#include "support/older_store.h"
#include "support/store_fixture.h"

namespace aliprotect::testing {
namespace {

const std::string number = "3051000000421234";

/// Returns the expected value of the column, from the tables.
constexpr auto lists_by_tables = R"(
  SELECT group_concat(id) FROM orders WHERE lists IS NOT
      EXISTS (SELECT 1 FROM tags WHERE order_id = id) * 1
    + EXISTS (SELECT 1 FROM parcels WHERE order_id = id) * 2
    + EXISTS (SELECT 1 FROM extensions WHERE order_id = id) * 4
    + EXISTS (SELECT 1 FROM disputes WHERE order_id = id) * 8
    + EXISTS (SELECT 1 FROM evidence WHERE order_id = id) * 16
    + EXISTS (SELECT 1 FROM notes WHERE order_id = id) * 32
)";

/// Returns the full order with only the lists in `keep`.
Order order_with(void (*keep)(Order&)) {
  Order order = full_order(number);
  keep(order);
  return order;
}

struct Case {
  const char* name;
  void (*keep)(Order&);
};

constexpr Case cases[] = {
    {"all of them", [](Order&) {}},
    {"none",
     [](Order& order) {
       const Order bare = bare_order(number);
       order.tags = bare.tags;
       order.parcels = bare.parcels;
       order.extensions = bare.extensions;
       order.disputes = bare.disputes;
       order.notes = bare.notes;
     }},
    {"no tags", [](Order& order) { order.tags.clear(); }},
    {"no parcels", [](Order& order) { order.parcels.clear(); }},
    {"no extensions", [](Order& order) { order.extensions.clear(); }},
    {"no disputes", [](Order& order) { order.disputes.clear(); }},
    {"no evidence",
     [](Order& order) {
       for (Dispute& dispute : order.disputes) dispute.evidence.clear();
     }},
    {"evidence in the last dispute alone",
     [](Order& order) { order.disputes.front().evidence.clear(); }},
    {"no notes", [](Order& order) { order.notes.clear(); }},
};

}  // namespace

TEST_CASE("the column lists is correct after changes and undos", "[store]") {
  for (const auto& [name, keep] : cases) {
    INFO(name);
    const TempDir folder;
    const std::string path = folder / "orders.db";
    Store store = Store::open_to_write(path, shipped_policies());
    const OrderId id = add(store, {order_with(keep)}).front();
    const Order added = store.find(id).value();
    CHECK(value_of(path, lists_by_tables).empty());
    CHECK(all_orders(store) == std::vector{added});

    Order full = full_order(number);
    full.id = id;
    full.title = "another";
    store.record(label(), [&](Changes& changes) { changes.replace(full); });
    CHECK(value_of(path, lists_by_tables).empty());
    CHECK(store.find(id) == full);

    store.undo(label("undo"));
    CHECK(value_of(path, lists_by_tables).empty());
    CHECK(store.find(id) == added);
  }
}

TEST_CASE("if the column lists is null, all tables are read", "[store]") {
  const TempDir folder;
  const std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());
  Order full = full_order(number);
  full.id = add(store, {full}).front();
  run_sql(path, "UPDATE orders SET lists = NULL");
  CHECK(store.find(full.id) == full);
  store.read(std::vector{full.id}, [&](const Order& order) {
    CHECK(order == full);
    return true;
  });
}

TEST_CASE("migrating a store of version 4 fills the column lists", "[store]") {
  for (const auto& [name, keep] : cases) {
    INFO(name);
    const TempDir folder;
    const std::string path = folder / "orders.db";
    Order order = without_later_facts(order_with(keep), 4);
    {
      Store store = Store::open_to_write(path, shipped_policies());
      order.id = add(store, {order}).front();
    }
    make_version(path, 4);
    Store store = Store::open_to_write(path, shipped_policies());
    CHECK(store.find(order.id) == order);
    CHECK(value_of(path, lists_by_tables).empty());
  }
}

}  // namespace aliprotect::testing
