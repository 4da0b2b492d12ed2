#include "support/store_fixture.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "aliprotect/error.h"
#include "core/order_fields.h"
#include "support/sample_facts.h"
#include "support/server_store.h"

namespace aliprotect::testing {
namespace {

Dispute full_dispute(Instant opened) {
  Dispute dispute;
  dispute.reason = Reason::not_as_described;
  dispute.want = Want::partial;
  dispute.amount = usd(500);
  dispute.opened_at = opened;
  dispute.seller_answer = SellerAnswer::offered;
  dispute.answered_at = opened + Days{3};
  dispute.offer = usd(250);
  dispute.escalated_at = opened + Days{4};
  dispute.evidence_due = opened + Days{6};
  dispute.evidence = {{"one.jpg", std::string(64, 'a'), 1, "torn", opened + Days{1}},
                      {"two.jpg", std::string(64, 'b'), 1LL << 40, "wet", opened + Days{2}}};
  dispute.outcome = Outcome::partial;
  dispute.refund = Money{700, *Currency::from_code("JPY")};
  dispute.closed_at = opened + Days{9};
  dispute.amended_at = opened + Days{1};
  dispute.return_by = opened + Days{19};
  dispute.returned_at = opened + Days{10};
  return dispute;
}

std::string rows_of(SQLite::Database& db, const std::string& table) {
  std::string text;
  const bool of_ids = table == "counters";  // before the first id, its row may be 0 or absent
  SQLite::Statement rows(db, "SELECT * FROM " + table + (of_ids ? " WHERE value > 0" : ""));
  while (rows.executeStep()) {
    text += table;
    for (int column = 0; column < rows.getColumnCount(); ++column) {
      const SQLite::Column value = rows.getColumn(column);
      text += value.isNull() ? "|NULL" : "|" + value.getString();
    }
    text += "\n";
  }
  return text;
}

bool is_of_journal(const std::string& table) {
  return table == "entries" || table == "changes" || table == "rule_changes" ||
         table == "scheduled_rules" || table == "entry_files" || table.starts_with("former_");
}

}  // namespace

Policies shipped_policies() { return Policies({policy_2016(), policy_2017(), policy_2023()}); }

ChangeLabel label(const std::string& command) { return {day(0), command}; }

Money usd(std::int64_t cents) { return {cents, *Currency::from_code("USD")}; }

Order bare_order(const std::string& number) {
  Order order;
  order.number = OrderNumber::read(number);
  order.rules = default_policy;
  return order;
}

Order full_order(const std::string& number) {
  Order order = bare_order(number);
  order.title = "USB hub, \"7 ports\"; naïve 日本 \xF0\x9F\x98\x80\nand a second line";
  order.client = "Zoë";
  order.tags = {"gift", "Gift"};
  order.sale_price = Money{INT64_MAX, *Currency::from_code("KWD")};
  order.rules = "aliexpress-2023";
  order.ordered_at = day(0);
  order.ship_by = day(3);
  order.days = Days{45};
  order.deadline = day(47);
  order.protection_days = Days{60};
  order.closes = day(62);
  order.pickup_by = day(50);
  order.confirmed_at = day(70);
  order.cancelled_at = day(71);
  order.parcels = {{"LP001", "Cainiao", true, day(2), day(20), day(19)},
                   {"LP002", "DHL", false, day(4), day(22), day(21)}};
  order.extensions = {
      {day(10), Days{5}, Channel::message, ExtensionStatus::declined, day(11), day(67)},
      {day(12), Days{9}, Channel::button, ExtensionStatus::granted, day(13), day(71)}};
  order.disputes = {full_dispute(day(25)), full_dispute(day(40))};
  order.notes = {{day(1), "first"}, {day(1), ""}};
  for_each_plain_fact([&](const auto& fact) {
    if (!(order.*fact.member)) set_sample(order.*fact.member);
  });
  return order;
}

std::vector<OrderId> add(Store& store, const std::vector<Order>& orders) {
  std::vector<OrderId> ids;
  store.record(label("add"), [&](Changes& changes) {
    for (const Order& order : orders) ids.push_back(changes.add(order));
  });
  return ids;
}

std::string made_store(const TempDir& folder) {
  const std::string path = folder / "orders.db";
  Store store = Store::open_to_write(path, shipped_policies());
  for (int i = 0; i < 30; ++i) {
    add(store, {full_order(std::to_string(4000000000001234 + 10000LL * i))});
  }
  return path;
}

std::vector<Order> all_orders(Store& store) {
  std::vector<Order> orders;
  store.read(Selection{}, [&](const Order& order) {
    orders.push_back(order);
    return true;
  });
  return orders;
}

std::vector<OrderId> ids_of(Store& store, const Selection& selection) {
  std::vector<OrderId> ids;
  store.read(selection, [&](const Order& order) {
    ids.push_back(order.id);
    return true;
  });
  return ids;
}

std::string dump(const std::string& path, Journal journal) {
  if (Store::is_on_server(path)) {
    std::string text;
    for (const std::string& table : tables_on_server(path)) {
      if (journal == Journal::with || !is_of_journal(table)) text += rows_on_server(path, table);
    }
    return text;
  }
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  SQLite::Statement tables(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  std::string text;
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    if (journal == Journal::with || !is_of_journal(table)) text += rows_of(db, table);
  }
  return text;
}

std::string value_of(const std::string& path, const std::string& sql) {
  if (Store::is_on_server(path)) return value_on_server(path, sql);
  SQLite::Database db(path, SQLite::OPEN_READWRITE);
  return db.execAndGet(sql).getString();
}

void run_sql(const std::string& path, const std::string& sql) {
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec(sql);
}

bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_bytes(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::vector<std::string> listing(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

std::string error_of_writing(const std::string& path) {
  try {
    Store store = Store::open_to_write(path, shipped_policies(), std::chrono::milliseconds(50));
    store.record(label(), [](Changes& changes) { changes.add(bare_order("9999000000001234")); });
    return "";
  } catch (const StoreError& error) {
    return error.what();
  }
}

std::string error_of_reading(const std::string& path) {
  try {
    if (auto store = Store::open_to_read(path, shipped_policies(), std::chrono::milliseconds(50)))
      all_orders(*store);
    return "";
  } catch (const StoreError& error) {
    return error.what();
  }
}

}  // namespace aliprotect::testing
