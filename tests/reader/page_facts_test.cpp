#include "reader/page_facts.h"

#include "support/catch.h"

using namespace aliprotect;

namespace {

std::string cell(const OrderFacts& facts, std::string_view name) {
  for (const auto& [column, text] : facts.rows.front()) {
    if (column == name) return text;
  }
  return {};
}

std::vector<OrderFacts> facts_of(const VisibleText& page) {
  return read_page(page_lines(page), page.links);
}

std::vector<OrderFacts> facts_of_text(const char* text) {
  return facts_of(visible_text_of_plain(text));
}

std::vector<OrderFacts> facts_of_html(std::string_view page) {
  HtmlText html;
  html.take(page, true);
  return facts_of(html.finish());
}

}  // namespace

TEST_CASE("page: the next status begins the next order of a copied list") {
  const auto orders = facts_of_text(
      "Awaiting delivery\nOrder date: Sep 13, 2026\nOrder ID: 8190000000030001\nCopy\n"
      "Order details\nExample Store\nConverter\nModule\nUS $26.72 x1\nTotal:US $25.66\n"
      "Confirm received\nCompleted\nOrder date: Aug 2, 2026\nOrder ID: 8190000000030002\nCopy\n"
      "Order details\nExample Tools\nTips\nUS $3.88 x1\nTotal:US $3.84\n");
  REQUIRE(orders.size() == 2);
  CHECK(orders[0].number == "8190000000030001");
  CHECK(cell(orders[0], "status") == "Awaiting delivery");
  CHECK(cell(orders[0], "seller") == "Example Store");
  CHECK(cell(orders[0], "title") == "Converter");
  CHECK(cell(orders[0], "price") == "US $25.66");
  CHECK(orders[1].number == "8190000000030002");
  CHECK(cell(orders[1], "status") == "Completed");
  CHECK(cell(orders[1], "ordered") == "Aug 2, 2026");
}

TEST_CASE("page: a saved list is read by its classes") {
  const auto orders = facts_of_html(
      "<div class='order-item'><span class='order-item-header-status-text'>Awaiting delivery</span>"
      "<div>Order date: Sep 13, 2026</div><div>Order ID: 8190000000040001<a>Copy</a></div>"
      "<span class='order-item-store-name'>Example Store</span>"
      "<div class='order-item-content-info-name'><span title='Desk lamp, white'>Desk "
      "l…</span></div>"
      "<div class='order-item-content-info-number'>US $9.99<span>x1</span></div>"
      "<span class='order-item-content-opt-price-total'>Total:<span>US $</span><span>9</span>"
      "<span>.</span><span>99</span></span><script>Order ID: 1</script></div>");
  REQUIRE(orders.size() == 1);
  CHECK(orders[0].number == "8190000000040001");
  CHECK(cell(orders[0], "status") == "Awaiting delivery");
  CHECK(cell(orders[0], "title") == "Desk lamp, white");
  CHECK(cell(orders[0], "seller") == "Example Store");
  CHECK(cell(orders[0], "price") == "US $9.99");
}

TEST_CASE("page: the page of an order states its clocks") {
  const auto orders = facts_of_text(
      "Awaiting delivery\nApply for R$5,00 coupon code if delayed by Oct 30, 2026 · Refund if no "
      "delivery before Nov 30, 2026 · Refund if items damaged\nEstimated delivery date: Oct 28, "
      "2026\nOrder ID: 8190000000050001\nOrder placed on: Sep 15, 2026\n"
      "Shipment completed on Sep 16, 2026\n");
  REQUIRE(orders.size() == 1);
  CHECK(cell(orders[0], "status") == "Awaiting delivery");
  CHECK(cell(orders[0], "ordered") == "Sep 15, 2026");
  CHECK(cell(orders[0], "shipped") == "sep 16, 2026");
  CHECK(cell(orders[0], "closes") == "nov 30, 2026");
  CHECK(cell(orders[0], "deadline") == "oct 30, 2026");
}

TEST_CASE("page: several statuses far above the number say nothing") {
  const auto orders =
      facts_of_text("Shipped\nCompleted\na\nb\nc\nd\ne\nf\ng\nOrder ID: 8190000000050001\n");
  REQUIRE(orders.size() == 1);
  CHECK(cell(orders[0], "status").empty());
}

TEST_CASE("page: links name orders if nothing else does") {
  const auto orders = facts_of_html(
      "<p>Orders</p><a "
      "href='//www.aliexpress.com/p/order/detail.html?orderId=8190000000040001'>x</a>"
      "<a href='//www.aliexpress.com/p/order/detail.html?orderId=8190000000040001'>y</a>");
  REQUIRE(orders.size() == 1);
  CHECK(orders[0].number == "8190000000040001");
}

TEST_CASE("page: the unknown labels of dates") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> rows = {
      {"Money back after Nov 30, 2026", {"Money back after"}},
      {"Money back after:\nNov 30, 2026", {"Money back after:"}},
      {"Coupon X99 until 30.11.2026, 12:00", {"Coupon # until"}},
      {"Garantie jusqu'au 30 novembre 2026", {"Garantie jusqu'au"}},
      {"Money back after a while", {}},
      {"Made in 2026", {}},
      {"Refund if no delivery before Nov 30, 2026", {}},
      {"Estimated delivery: Nov 30, 2026", {}},
      {"Package left the warehouse\nNov 30, 2026", {}},
      {"Refund if no delivery before Nov 30, 2026 \u00B7 Money back after Nov 30, 2026",
       {"Money back after"}},
  };
  for (const auto& [text, labels] : rows) {
    CAPTURE(text);
    CHECK(unknown_labels(page_lines(visible_text_of_plain(text))) == labels);
  }
}
