// Exports and imports each plain fact of an order.
#include "core/order_fields.h"
#include "export/facts_csv.h"
#include "export/order_json.h"
#include "support/sample_facts.h"
#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

Order order_with(auto member) {
  Order order;
  order.id = OrderId{1};
  order.number = OrderNumber::read("3051000000421234");
  order.rules = default_policy;
  set_sample(order.*member);
  return order;
}

std::string json_of(const Order& order) {
  const Policy policy = policy_2023();
  std::string text;
  write_order_json(text, {order, policy, now_of_import});
  return text + "\n";
}

std::string csv_of(const Order& order) {
  const Policy policy = policy_2023();
  FactsCsv csv;
  std::string text;
  csv.write_names(text);
  csv.write_order(text, {order, policy, now_of_import});
  return text + "\n";
}

PlainFacts plain_facts_in(const std::string& file) { return import_order(file); }

}  // namespace

TEST_CASE("plain facts: each is read back from JSON and CSV") {
  for_each_plain_fact([](const auto& fact) {
    INFO(fact.key.name());
    const Order order = order_with(fact.member);
    CHECK(plain_facts_in(json_of(order)) == order);
    CHECK(plain_facts_in(csv_of(order)) == order);
  });
}

TEST_CASE("plain facts: facts missing from a file stay as recorded") {
  for_each_plain_fact([](const auto& fact) {
    INFO(fact.key.name());
    const Order recorded = order_with(fact.member);
    Order order = recorded;
    apply_patch(OrderPatch{}, order);
    CHECK(order == recorded);
  });
}
