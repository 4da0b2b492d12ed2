#include "fuzz/imported.h"

#include <sstream>

#include "aliprotect/error.h"
#include "core/order_fields.h"
#include "core/text/utf8.h"
#include "export/facts_csv.h"
#include "export/order_json.h"
#include "fuzz/target.h"
#include "support/store_fixture.h"

namespace aliprotect::fuzz {
namespace {

const Instant now_of_import = *from_rfc3339("2026-11-20T12:00:00Z");

Reading reading() {
  Reading reading;
  reading.now = now_of_import;
  reading.users_zone = [] { return Zone::utc(); };
  return reading;
}

void expect_value(const std::optional<std::string>& text) {
  if (!text) return;
  expect(is_utf8(*text), "texts are UTF-8");
  expect(text->find('\0') == std::string::npos, "texts have no NUL");
}
void expect_value(const std::optional<Money>& money) {
  expect(!money || money->minor >= 0, "no price is negative");
}
void expect_value(std::optional<Instant> at) {
  expect(!at || (first_instant <= *at && *at <= last_instant), "instants are in range");
}
void expect_value(std::optional<Days>) {}
void expect_value(std::optional<Inspection>) {}

void expect_recordable(const Order& order) {
  expect(OrderNumber::read(order.number.text()) == order.number, "an order has a valid number");
  for_each_plain_fact([&](const auto& fact) { expect_value(order.*fact.member); });
  expect_value(order.closes);
  for (const Parcel& parcel : order.parcels) {
    expect_value(parcel.tracking);
    expect_value(parcel.carrier);
  }
  for (const Note& note : order.notes) expect_value(note.text);
}

AssessedOrder assessed(const Order& order) {
  static const Policies policies = testing::shipped_policies();
  return {order, policies.at(default_policy), now_of_import};
}

void expect_same(const Order& order, const std::string& file, FileForm form,
                 const char* condition) {
  const std::vector<Order> again = imported(file, form);
  expect(again.size() == 1 && again.front() == order, condition);
}

}  // namespace

std::vector<Order> imported(std::string_view file, std::optional<FileForm> form) {
  std::vector<Order> orders;
  Remarks remarks;
  std::istringstream in{std::string(file)};
  try {
    read_orders(in, form, reading(),
                {[](const Framing&) {},
                 [&](ImportedOrder&& read) {
                   expect(!read.rows.empty(), "an order comes from a row");
                   Order& order = orders.emplace_back();
                   order.number = read.facts.number;
                   order.rules = default_policy;
                   order.id = read.facts.id.value_or(OrderId{1});
                   apply_patch(read.facts, order);
                 },
                 [](const FileRow& row, const std::string& reason) {
                   expect(row.line > 0, "a rejected row has its line");
                   expect(!reason.empty(), "a rejected row has a reason");
                 },
                 remarks, true});
  } catch (const UserError& error) {
    expect_sentence(error.what());
  }
  return orders;
}

void expect_round_trip(const std::vector<Order>& orders) {
  for (const Order& order : orders) {
    expect_recordable(order);
    std::string json;
    write_order_json(json, assessed(order));
    expect_same(order, json + "\n", FileForm::jsonl, "an order is read back from JSON");
    FactsCsv csv;
    std::string table;
    csv.write_names(table);
    table += "\n";
    csv.write_order(table, assessed(order));
    expect_same(order, table + "\n", FileForm::csv, "an order is read back from CSV");
  }
}

}  // namespace aliprotect::fuzz
