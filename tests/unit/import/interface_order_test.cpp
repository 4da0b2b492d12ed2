// Orders in responses of AliExpress's interfaces for sellers and dropshippers.
#include "import/json/interface_order.h"

#include "aliprotect/protection.h"
#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

/// An order with `more` members.
std::string order_with(const std::string& more) {
  return R"({"order_id":3051000000011234,"gmt_create":"2024-02-24 15:00:51")" +
         (more.empty() ? more : "," + more) + "}";
}

std::string shipped_with(const std::string& more) {
  return order_with(R"("order_status":"WAIT_BUYER_ACCEPT_GOODS")" +
                    (more.empty() ? more : "," + more));
}

const std::string two_parcels =
    R"([{"gmt_send":"2024-02-25 18:40:02","gmt_received":"2024-03-19 18:03:00",
"receive_status":"received","logistics_no":"EX000000001","logistics_service_name":"Example Post"},
{"gmt_send":"2024-02-27 23:15:28","receive_status":"not_received","logistics_no":"EX000000002"}])";

}  // namespace

TEST_CASE("interface order: clocks across the start of daylight saving time") {
  const Order order = import_order(shipped_with(
      R"("freight_commit_day":"90","over_time_left":"2024-05-28 00:15:30","logistics":)" +
      two_parcels));
  CHECK(in_utc(order.ordered_at) == "2024-02-24T23:00:51Z");
  CHECK(order.days == Days{90});
  const Clocks clocks = clocks_of(order, Policy{});
  CHECK(in_utc(clocks.shipped) == "2024-02-28T07:15:28Z");
  CHECK(in_utc(clocks.deadline) == "2024-05-28T07:15:28Z");
  CHECK(in_utc(clocks.closes) == "2024-05-28T07:15:30Z");
  CHECK(clocks.closes_source == ClosesSource::typed);
}

TEST_CASE("interface order: parcels, however they are wrapped") {
  const std::string expected =
      "EX000000001 Example Post 2024-02-26T02:40:02Z 2024-03-20T01:03:00Z; "
      "EX000000002 - 2024-02-28T07:15:28Z -";
  for (const std::string& list :
       {"\"logistics\":" + two_parcels, "\"logistics_info_list\":" + two_parcels,
        "\"logistic_info_list\":{\"aeop_tp_logistic_info_dto\":" + two_parcels + "}",
        "\"logisticsInfoList\":{\"ae_order_logistics_info\":" + two_parcels + "}",
        "\"logistics\":{\"global_aeop_tp_logistics_info_dto\":" + two_parcels + "}"}) {
    INFO(list);
    CHECK(parcels_of(import_order(shipped_with(list))) == expected);
  }
}

TEST_CASE("interface order: facts of a parcel") {
  struct Row {
    const char* name;
    const char* parcel;
    const char* read;
  };
  const Row rows[] = {
      {"a number and its service", R"("logistics_no":"EX1","logistics_service":"Example Post")",
       "EX1 Example Post - -"},
      {"the service's code", R"("tracking_no":"EX1","logistics_type_code":"EXAMPLE_STD")",
       "EX1 EXAMPLE_STD - -"},
      {"a number that is one", R"("logistics_no":12345678901234567)", "12345678901234567 - - -"},
      {"received, no more said", R"("logistics_no":"EX1","gmt_received":"2024-03-19 18:03:00")",
       "EX1 - - 2024-03-20T01:03:00Z"},
      {"received, and doubted",
       R"("logistics_no":"EX1","gmt_received":"2024-03-19 18:03:00","receive_status":"suspected_received")",
       "EX1 - - -"},
      {"received, and denied",
       R"("logistics_no":"EX1","gmt_received":"2024-03-19 18:03:00","receive_status":"not_received")",
       "EX1 - - -"},
      {"received, nothing said yet",
       R"("logistics_no":"EX1","gmt_received":"2024-03-19 18:03:00","receive_status":"default")",
       "EX1 - - -"},
      {"received at an unknown time", R"("logistics_no":"EX1","receive_status":"received")",
       "EX1 - - 2026-11-20T12:00:00Z"},
      {"nothing but a status", R"("receive_status":"default","have_tracking_info":false)",
       "- - - -"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK(parcels_of(import_order(shipped_with("\"logistics\":{\"dto\":{" +
                                               std::string(row.parcel) + "}}"))) == row.read);
  }
}

TEST_CASE("interface order: promised days do not clear a typed deadline before shipment") {
  const auto deadline = [](const std::string& more) {
    Order order;
    order.deadline = from_rfc3339("2026-12-01T00:00:00Z");
    std::istringstream in(order_with(R"("freight_commit_day":"60")" + more));
    Remarks remarks;
    read_orders(in, std::nullopt, reading_in_utc(),
                {[](const Framing&) {},
                 [&](ImportedOrder&& imported) { apply_patch(imported.facts, order); },
                 [](const FileRow&, const std::string& reason) { FAIL(reason); }, remarks});
    return in_utc(clocks_of(order, Policy{}).deadline);
  };
  CHECK(deadline(R"(,"order_status":"WAIT_SELLER_SEND_GOODS")") == "2026-12-01T00:00:00Z");
  CHECK(deadline(R"(,"order_status":"SELLER_SEND_GOODS")") == "2026-12-01T00:00:00Z");
  CHECK(deadline(R"(,"logistics":[{"logistics_no":"EX1"}])") == "2026-12-01T00:00:00Z");
  CHECK(deadline(R"(,"logistics":[{"gmt_send":"2026-10-01 00:00:00"}])") == "2026-11-30T07:00:00Z");
}

TEST_CASE("interface order: the time of shipment if parcels have none") {
  const std::string sent = R"("gmt_send_goods_time":"2024-02-26 00:00:00")";
  CHECK(parcels_of(import_order(shipped_with(sent))) == "- - 2024-02-26T08:00:00Z -");
  CHECK(parcels_of(import_order(shipped_with(sent + R"(,"logistics":[{"logistics_no":"EX1"}])"))) ==
        "EX1 - 2024-02-26T08:00:00Z -");
  CHECK(parcels_of(import_order(shipped_with(sent + ",\"logistics\":" + two_parcels)))
            .find("02-26T08") == std::string::npos);
}

TEST_CASE("interface order: the clock of the time left") {
  struct Row {
    const char* status;
    const char* ship_by;
    const char* closes;
  };
  const Row rows[] = {
      {"WAIT_BUYER_ACCEPT_GOODS", "-", "2024-05-28T07:15:30Z"},
      {"SELLER_SEND_GOODS", "-", "2024-05-28T07:15:30Z"},
      {"WAIT_SELLER_SEND_GOODS", "2024-05-28T07:15:30Z", "-"},
      {"SELLER_PART_SEND_GOODS", "2024-05-28T07:15:30Z", "-"},
      {"PLACE_ORDER_SUCCESS", "-", "-"},
      {"IN_CANCEL", "-", "-"},
      {"RISK_CONTROL", "-", "-"},
      {"FINISH", "-", "-"},
      {"", "-", "2024-05-28T07:15:30Z"},
  };
  for (const Row& row : rows) {
    INFO(row.status);
    const Order order = import_order(order_with(R"("over_time_left":"2024-05-28 00:15:30",)"
                                                R"("order_status":")" +
                                                std::string(row.status) + "\""));
    CHECK(in_utc(order.ship_by) == row.ship_by);
    CHECK(in_utc(order.closes) == row.closes);
  }
}

TEST_CASE("interface order: statuses and end reasons") {
  struct Row {
    const char* name;
    const char* more;
    const char* confirmed;
    const char* cancelled;
  };
  const Row rows[] = {
      {"over, unknown how", R"("order_status":"FINISH")", "-", "-"},
      {"confirmed", R"("order_status":"FINISH","order_end_reason":"buyer_accept_goods")",
       "2026-11-20T12:00:00Z", "-"},
      {"confirmed then",
       R"("order_status":"FINISH","order_end_reason":"buyer_accept_goods",
          "gmt_trade_end":"2024-04-01 00:00:00")",
       "2024-04-01T07:00:00Z", "-"},
      {"the money is on its way", R"("order_status":"FUND_PROCESSING")", "-", "-"},
      {"not sent",
       R"("order_status":"FINISH","gmt_trade_end":"2024-04-01 00:00:00",
"order_end_reason":"seller_send_goods_timeout")",
       "-", "2024-04-01T07:00:00Z"},
      {"called off", R"("order_status":"FINISH","end_reason":"cancel_order_close_trade",
"gmt_trade_end":"2024-04-01 00:00:00")",
       "-", "2024-04-01T07:00:00Z"},
      {"not yet", R"("order_status":"WAIT_BUYER_ACCEPT_GOODS","order_end_reason":"")", "-", "-"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const Order order = import_order(order_with(row.more));
    CHECK(in_utc(order.confirmed_at) == row.confirmed);
    CHECK(in_utc(order.cancelled_at) == row.cancelled);
  }
}

TEST_CASE("interface order: its items") {
  const std::string items = R"([{"product_name":"Lens","freight_commit_day":"60","order_id":1},
{"product_name":"Cap","freight_commit_day":"27"},{"product_name":"Lens","freight_commit_day":"0"}])";
  for (const std::string& list :
       {"\"product_list\":{\"order_product_dto\":" + items + "}", "\"productList\":" + items,
        "\"child_order_list\":{\"aeop_child_order_info\":" + items + "}",
        "\"child_order_ext_info_list\":{\"dto\":" + items + "},\"child_order_list\":" + items,
        "\"order_product_dto\":" + items}) {
    INFO(list);
    const Order order = import_order(shipped_with(list));
    CHECK(order.number.text() == "3051000000011234");
    CHECK(order.title == "Lens + Cap");
    CHECK(order.days == Days{27});
  }
}

TEST_CASE("interface order: a dispute about the order or an item") {
  for (const char* open :
       {R"("issue_status":"IN_ISSUE")", R"("child_order_list":[{"issue_status":"IN_ISSUE"}])"}) {
    const ImportedFile file = import_text(shipped_with(open));
    CHECK(file.remarks.orders_in_dispute == 1);
    REQUIRE(file.orders.size() == 1);
    CHECK(file.orders.front().parcels.size() == 1);
  }
  for (const char* none : {R"("issue_status":"NO_ISSUE")", R"("issue_status":"END_ISSUE")"})
    CHECK(import_text(shipped_with(none)).remarks.orders_in_dispute == 0);
}

TEST_CASE("interface order: seller, price and number") {
  CHECK(import_order(shipped_with(R"("store_info":{"store_name":"Example Store","store_id":1})"))
            .seller == "Example Store");
  CHECK(import_order(shipped_with(R"("store_info":{},"seller_signer_fullname":"Example Store")"))
            .seller == "Example Store");
  CHECK(shown(import_order(shipped_with(R"("pay_amount":{"amount":"1.01","currency_code":"USD"})"))
                  .price) == "1.01 USD");
  CHECK(import_order(
            R"({"id":"3051000000021234","gmt_create":"2024-02-24 15:00","order_status":"FINISH"})")
            .number.text() == "3051000000021234");
  CHECK(import_order(
            R"({"orderId":{"$numberLong":"3051000000021234"},"gmtCreate":"20240224150051000-0800",
"orderStatus":"FINISH"})")
            .ordered_at == from_rfc3339("2024-02-24T23:00:51Z"));
}

TEST_CASE("interface order: rejected orders") {
  struct Row {
    const char* name;
    const char* order;
    const char* reason;
  };
  const Row rows[] = {
      {"no number", R"({"gmt_create":"2024-02-24 15:00:51","order_status":"FINISH"})",
       "no order number, as this interface omits it; pass `--order ORDER`"},
      {"a number that was rounded",
       R"({"id":3.05861E15,"gmt_create":"2024-02-24 15:00:51","order_status":"FINISH"})",
       "spreadsheet"},
      {"a number of 64 bits and more",
       R"({"id":305100000001123400000,"gmt_create":"2024-02-24 15:00:51","order_status":"FINISH"})",
       "not a valid order number"},
      {"a date that is none",
       R"({"id":3051000000011234,"gmt_create":"2024-02-30 15:00:51","order_status":"FINISH"})",
       "February 2024 has 29 days"},
      {"a date that is a number",
       R"({"id":3051000000011234,"gmt_create":1,"order_status":"FINISH"})", "cannot read \"1\""},
      {"a status that is not known",
       R"({"id":3051000000011234,"gmt_create":"2024-02-24 15:00:51","order_status":"LOST"})",
       "unknown status \"LOST\""},
      {"days that are none",
       R"({"id":3051000000011234,"gmt_create":"2024-02-24 15:00:51","freight_commit_day":"5-10"})",
       "\"5-10\" is not a valid number of days"},
      {"a parcel's date that is none",
       R"({"id":3051000000011234,"gmt_create":"2024-02-24 15:00:51","logistics":[{"gmt_send":"soon"}]})",
       "cannot read \"soon\""},
      {"an amount that is none",
       R"({"id":3051000000011234,"gmt_create":"2024-02-24 15:00:51","order_amount":{"amount":"-1","currency_code":"USD"}})",
       "-1"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const ImportedFile file = import_text(row.order);
    const std::string reason =
        file.skipped.empty() ? file.rejected.at(0).reason : file.skipped.front().reason;
    CAPTURE(reason);
    CHECK(reason.find(row.reason) != std::string::npos);
  }
}
