// Orders inside responses, one or several per file.
#include "import/json/json_rows.h"

#include <nlohmann/json.hpp>

#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

std::string listed(const std::string& number, const std::string& status = "Completed") {
  return "\"pc_om_list_order_" + number + "\":{\"tag\":\"pc_om_list_order\",\"id\":\"" + number +
         "\",\"fields\":{\"orderId\":\"" + number +
         "\",\"orderDateText\":\"Feb 10, 2026\",\"statusText\":\"" + status + "\"}}";
}

std::string answer(const std::string& orders) {
  return R"({"ret":["SUCCESS::..."],"data":{"hierarchy":{"structure":{"body":["x"]}},"data":{)" +
         orders + R"(,"pc_om_list_body_1":{"fields":{"hasMore":false,"pageIndex":1}}}}})";
}

/// Pretty-printed over several lines.
std::string printed(const std::string& json) { return nlohmann::json::parse(json).dump(2); }

const std::string first = "3051000000011234";
const std::string second = "3051000000021234";
const std::string third = "3051000000031234";
const std::string two = answer(listed(first) + "," + listed(second));
const std::string one = answer(listed(third));
const std::string interface_order =
    R"({"order_id":3051000000041234,"gmt_create":"2024-02-24 15:00:51","order_status":"FINISH"})";
const std::string own = R"({"number":"3051000000051234"})";

std::vector<std::string> numbers_in(const std::string& text) {
  const ImportedFile file = import_text(text);
  for (const RejectedRow& row : file.rejected) UNSCOPED_INFO(row.reason);
  CHECK(file.rejected.empty());
  std::vector<std::string> numbers;
  for (const Order& order : file.orders) numbers.push_back(order.number.text());
  return numbers;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("json rows: several responses in one file") {
  const Numbers all = {first, second, third};
  CHECK(numbers_in(two) == Numbers{first, second});
  CHECK(numbers_in(printed(two)) == Numbers{first, second});
  CHECK(numbers_in(two + "\n" + one + "\n") == all);
  CHECK(numbers_in(printed(two) + "\n" + printed(one)) == all);
  CHECK(numbers_in(printed(two) + "\n\n" + one) == all);
  CHECK(numbers_in("[" + two + "," + one + "]") == all);
  CHECK(numbers_in("[\n" + printed(two) + ",\n" + printed(one) + "\n]") == all);
  CHECK(numbers_in("\xEF\xBB\xBF" + printed(two)) == Numbers{first, second});
}

TEST_CASE("json rows: orders inside any objects and arrays") {
  for (const std::string& text :
       {interface_order, "{\"result\":" + interface_order + "}",
        "{\"aliexpress_solution_order_get_response\":{\"result\":{\"target_list\":{\"order_dto\":"
        "[" +
            interface_order + "]},\"success\":true}}}",
        "{\"data\":{\"order_list\":[" + interface_order + "]}}", "[[" + interface_order + "]]",
        "{\"a\":1,\"order\":" + interface_order + "}"}) {
    INFO(text);
    CHECK(numbers_in(text) == Numbers{"3051000000041234"});
  }
  CHECK(numbers_in("{\"orders\":[" + own + "]}") == Numbers{"3051000000051234"});
  CHECK(numbers_in("{\"number\":0,\"content\":[" + own + "]}") == Numbers{"3051000000051234"});
}

TEST_CASE("json rows: an object inside an order is not a separate order") {
  const std::string nested = interface_order.substr(0, interface_order.size() - 1) +
                             R"(,"child_order_list":[{"order_id":3051000000061234,)"
                             R"("gmt_create":"2024-02-24 15:00:51","order_status":"FINISH"}]})";
  CHECK(numbers_in(nested) == Numbers{"3051000000041234"});
}

TEST_CASE("json rows: kinds of orders in one file") {
  CHECK(numbers_in("[" + own + "," + interface_order + "," + one + "]") ==
        Numbers{"3051000000051234", "3051000000041234", third});
}

TEST_CASE("json rows: a bad order in a response rejects only itself") {
  const std::string answered = answer(listed("12", "Completed") + "," + listed(second));
  const ImportedFile file = import_text(one + "\n" + answered + "\n");
  CHECK(file.orders.size() == 2);
  REQUIRE(file.rejected.size() == 1);
  CHECK(file.rejected.front().line == 2);
  CHECK(file.rejected.front().reason ==
        "\"12\" is not a valid order number: expected 14 to 16 digits");
  std::string corrected = file.rejected.front().text;
  corrected.replace(corrected.find("\"12\""), 4, "\"" + std::string(first) + "\"");
  CHECK(numbers_in(corrected) == Numbers{first});
}

TEST_CASE("json rows: an unknown status in a response is skipped with its line") {
  const std::string answered = answer(listed(first, "Gone fishing") + "," + listed(second));
  const ImportedFile file = import_text(one + "\n" + answered + "\n");
  CHECK(file.orders.size() == 3);
  REQUIRE(file.skipped.size() == 1);
  CHECK(file.skipped.front().line == 2);
  CHECK(file.skipped.front().field == "status");
  CHECK(file.skipped.front().value == "Gone fishing");
}

TEST_CASE("json rows: if a file has two states of an order, the later one counts") {
  const std::string before = answer(listed(first, "Awaiting delivery"));
  const ImportedFile file = import_text(before + "\n" + answer(listed(first)));
  REQUIRE(file.orders.size() == 2);
  CHECK_FALSE(file.orders.front().confirmed_at);
  CHECK(file.orders.back().confirmed_at);
}

TEST_CASE("json rows: the error for a file without orders names the known formats") {
  for (const char* text :
       {R"({"error_response":{"code":29,"msg":"Invalid app key"}})", R"({"colour":"red"})",
        R"({"ret":["FAIL_SYS_SESSION_EXPIRED::..."],"data":{}})",
        R"({"data":{"number":"7"},"x":[{"gmt_create":"2024-02-24"}]})"}) {
    INFO(text);
    const std::string reason = import_refusal(text);
    CHECK(reason.starts_with("no order found: "));
    CHECK(reason.find("it appears to be ") != std::string::npos);
  }
  CHECK(import_refusal("[7]") == "it is not a JSON object");
  CHECK(import_refusal("[[7,{}]]") == "it is not a JSON object");
}

TEST_CASE("json rows: unknown members are reported only for our own order object") {
  CHECK(import_text(R"({"number":"3051000000051234","colour":1})").remarks.unknown_columns.text() ==
        "colour");
  CHECK(import_text(two + "\n" + interface_order).remarks.unknown_columns.empty());
}

TEST_CASE("json rows: a broken response is one row, and the next one is read") {
  std::string broken = printed(two);
  broken.erase(broken.find("\"fields\":") + 8, 1);
  const ImportedFile file = import_text(broken + "\n" + printed(one));
  CHECK(file.orders.size() == 1);
  REQUIRE(file.rejected.size() == 1);
  CHECK(file.rejected.front().line == 1);
  CHECK(file.rejected.front().reason.starts_with("invalid JSON at "));
  CHECK(file.rejected.front().text == broken);
}

TEST_CASE("json rows: a delivery in the future is skipped") {
  const auto skipped = [](const std::string& more) {
    const ImportedFile file = import_text(R"({"number":"3051000000051234",)" + more + "}");
    REQUIRE(file.orders.size() == 1);
    return file.skipped.size();
  };
  CHECK(skipped(R"("delivered_at":"2026-11-20T12:00:01Z")") == 1);
  CHECK(skipped(R"("delivered_at":"2026-11-20T12:00:00Z")") == 0);
  CHECK(skipped(R"("delivered_at":"2026-11-21T00:00:00Z",
      "parcels":[{"delivered_at":"2026-11-21T00:00:00Z"}])") == 0);
}
