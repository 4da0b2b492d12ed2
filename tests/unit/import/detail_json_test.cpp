// The sections of an order page in one cell.
#include "import/json/detail_json.h"

#include "import/merge/row.h"
#include "unit/import/one_cell.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

constexpr auto page = R"({
  "detail_simple_order_info_component": {"orderCreatTime": "Mar 1, 2026",
      "orderShipTime": "Mar 2, 2026", "orderEndTime": "", "tradeOrderId": 3051000000011234},
  "detail_order_services": {"data": [{"title": "Fast delivery", "content":
      "Apply for R$5,00 coupon code if delayed by Apr 15, 2026 · Refund if no delivery before May 15, 2026 · Refund if package lost"}]},
  "detail_product_block": {"productVOList": [{"itemTitle": "Lamp",
      "expectDeliveryDateTitle": "Estimated delivery date: Apr 10, 2026"}]}})";

std::string text_of(const std::vector<DetailCell>& cells, Role role) {
  for (const DetailCell& cell : cells) {
    if (cell.role == role) return cell.text;
  }
  return "none";
}

/// A row with its number, an order date and the details.
PageRow read(const std::string& number, const char* ordered, const char* details) {
  const Zone utc = Zone::utc();
  TableShape shape;
  shape.roles = {Role::number, Role::ordered, Role::detail_json};
  return read_page_row({number, ordered, details}, shape, {{utc}, std::nullopt});
}

}  // namespace

TEST_CASE("order details: dates and labels") {
  const auto cells = read_detail_json(page);
  CHECK(text_of(cells, Role::number) == "3051000000011234");
  CHECK(text_of(cells, Role::ordered) == "Mar 1, 2026");
  CHECK(text_of(cells, Role::shipped) == "Mar 2, 2026");
  CHECK(text_of(cells, Role::ended) == "none");
  CHECK(text_of(cells, Role::deadline) == "apr 15, 2026");
  CHECK(text_of(cells, Role::closes) == "may 15, 2026");
  CHECK(text_of(cells, Role::delivered) == "none");
  CHECK(read_detail_json("{}").empty());
  CHECK_THROWS_AS(read_detail_json("{"), RowError);
}

TEST_CASE("order details: they fill in facts that the columns do not state") {
  const PageRow row = read("3051000000011234", "2026-02-28", page);
  const OrderPatch& facts = row.order.facts;
  CHECK(to_rfc3339(facts.ordered_at.value()) == "2026-02-28T00:00:00Z");
  CHECK(to_rfc3339(facts.parcels.at(0).shipped_at.value()) == "2026-03-02T00:00:00Z");
  CHECK(to_rfc3339(facts.closes.at.value()) == "2026-05-15T23:59:59Z");
  CHECK(to_rfc3339(facts.deadline.value()) == "2026-04-15T23:59:59Z");
  CHECK(row.skipped.empty());
}

TEST_CASE("order details: those of another order and invalid ones are skipped") {
  const PageRow other = read("3051000000021234", "", page);
  CHECK(skipped_fields(other.skipped) == "detail_json");
  CHECK(other.order.facts.parcels.empty());
  CHECK(skipped_fields(read("3051000000011234", "", "{").skipped) == "detail_json");
}
