// Orders in AliExpress's web list, and lines of inventories made from it.
#include "import/json/page_json.h"

#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

const std::string listed =
    R"({"orderId":"3051000000011234","orderDateText":"Feb 10, 2026","statusText":"Awaiting delivery",
"storeName":"Example Store","totalPriceText":"US $25.09","formatPriceInfo":"US $25.00|25|00",
"currencyCode":"USD","orderLines":[{"itemTitle":"Cup","itemPriceText":"US $20.00"},
{"itemTitle":"Lid"},{"itemTitle":"Cup"}]})";

std::string replaced(std::string text, const std::string& part, const std::string& by) {
  const auto at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

std::string line(const std::string& more) {
  return R"({"id":"1-2-3","orderId":"3051000000021234","orderDate":"Feb 21, 2026",)"
         R"("orderDateIso":"2026-02-20","status":"Awaiting delivery","currency":"USD",)" +
         more + "}";
}

const std::string cup = line(R"("title":"Cup","price":"US $1.50","quantity":4)");
const std::string lid =
    line(R"("title":"Lid","price":"US $2.25","quantity":1,"tags":["gift","a"])");

}  // namespace

TEST_CASE("listed order: facts") {
  const Order order = import_order(listed);
  CHECK(order.number.text() == "3051000000011234");
  CHECK(order.title == "Cup + Lid");
  CHECK(order.seller == "Example Store");
  CHECK(shown(order.price) == "25.09 USD");
  CHECK(in_utc(order.ordered_at) == "2026-02-10T08:00:00Z");
  REQUIRE(order.parcels.size() == 1);
  CHECK_FALSE(order.parcels.front().shipped_at);
}

TEST_CASE("listed order: a given zone replaces US Pacific") {
  Reading reading = reading_in_utc();
  reading.zone = Zone::utc();
  CHECK(in_utc(import_order(listed, reading).ordered_at) == "2026-02-10T00:00:00Z");
}

TEST_CASE("listed order: variants") {
  CHECK(shown(import_order(replaced(listed, R"("totalPriceText":"US $25.09",)", "")).price) ==
        "25.00 USD");
  CHECK(import_order(replaced(listed, "\"3051000000011234\"", "3051000000011234")).number.text() ==
        "3051000000011234");
  CHECK(
      shown(import_order(replaced(replaced(listed, "US $25.09", "₩11,110"), "USD", "KRW")).price) ==
      "11110 KRW");
  CHECK(in_utc(import_order(replaced(listed, "Awaiting delivery", "Completed")).confirmed_at) ==
        "2026-11-20T12:00:00Z");
  const ImportedFile in_dispute = import_text(replaced(listed, "Awaiting delivery", "In dispute"));
  CHECK(in_dispute.orders.size() == 1);
  CHECK(in_dispute.remarks.orders_in_dispute == 1);
  const ImportedFile unpriced =
      import_text(replaced(replaced(listed, "US $25.09", "25.09"), "\"USD\"", "null"));
  REQUIRE(unpriced.orders.size() == 1);
  CHECK_FALSE(unpriced.orders.front().price);
  CHECK(unpriced.skipped.at(0).field == "price");
  CHECK(shown(import_order(replaced(replaced(listed, "US $25.09", "$25.09"), "\"USD\"", "null"))
                  .price) == "25.09 USD");
}

TEST_CASE("listed order: skipped values and rejected orders") {
  struct Row {
    const char* name;
    const char* part;
    const char* by;
    const char* reason;
  };
  const Row rows[] = {
      {"no number", "\"3051000000011234\"", "\"-\"", "no order number"},
      {"a number that was rounded", "\"3051000000011234\"", "3.05861E15", "spreadsheet"},
      {"an id", "\"3051000000011234\"", "12345", "expected 14 to 16 digits"},
      {"a status that is not known", "Awaiting delivery", "Gone fishing", "unknown status"},
      {"a date that is none", "Feb 10, 2026", "Feb 30, 2026", "February 2026 has 28 days"},
      {"a price that is none", "US $25.09", "cheap", "cheap"},
      {"a store that is no text", "\"Example Store\"", "{\"a\":{},\"b\":1}", "`storeName`"},
      {"a title that is no text", "\"itemTitle\":\"Lid\"", "\"itemTitle\":[1]", "`itemTitle`"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const ImportedFile file = import_text(replaced(listed, row.part, row.by));
    const std::string reason =
        file.skipped.empty() ? file.rejected.at(0).reason : file.skipped.front().reason;
    CAPTURE(reason);
    CHECK(reason.find(row.reason) != std::string::npos);
  }
}

TEST_CASE("inventory: several lines are one order") {
  const ImportedFile file = import_text("[" + cup + "," + lid + "]");
  REQUIRE(file.orders.size() == 1);
  const Order& order = file.orders.front();
  CHECK(order.title == "Cup + Lid");
  CHECK(shown(order.price) == "8.25 USD");
  CHECK(order.tags == std::vector<std::string>{"gift", "a"});
  CHECK(file.rows.front().size() == 2);
}

TEST_CASE("inventory: the printed date counts, not the other") {
  CHECK(in_utc(import_order(cup).ordered_at) == "2026-02-21T08:00:00Z");
}

TEST_CASE("inventory: a repeated line counts once") {
  for (const std::string& text : {"[" + cup + "," + cup + "]", cup + "\n" + cup + "\n",
                                  "{\"orders\": [\n" + cup + ",\n" + cup + "\n]}"}) {
    INFO(text);
    CHECK(shown(import_order(text).price) == "6.00 USD");
  }
}

TEST_CASE("inventory: a bad number rejects its line, and its text can be corrected") {
  const std::string bad = replaced(lid, "3051000000021234", "12");
  const ImportedFile file = import_text("[" + cup + "," + bad + "," + listed + "]");
  CHECK(file.orders.size() == 2);
  REQUIRE(file.rejected.size() == 1);
  CHECK(file.rejected.front().line == 2);
  const std::string corrected =
      "[" + cup + "," + replaced(file.rejected.front().text, "12", "3051000000021234") + "]";
  CHECK(import_order(corrected) == import_order("[" + cup + "," + lid + "]"));
}

TEST_CASE("inventory: skipped values and rejected lines") {
  struct Row {
    const char* name;
    const char* part;
    const char* by;
    const char* reason;
  };
  const Row rows[] = {
      {"a number that was rounded", "\"3051000000021234\"", "3.05861E15", "spreadsheet"},
      {"another shop's number", "3051000000021234", "PO-1-2", "expected only digits"},
      {"half a piece", "\"quantity\":4", "\"quantity\":4.5", "quantity"},
      {"a quantity of another type", "\"quantity\":4", "\"quantity\":true", "`quantity`"},
      {"an unknown status", "Awaiting delivery", "Gone fishing", "unknown status"},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    const ImportedFile file = import_text(replaced(cup, row.part, row.by));
    const std::string reason =
        file.skipped.empty() ? file.rejected.at(0).reason : file.skipped.front().reason;
    CAPTURE(reason);
    CHECK(reason.find(row.reason) != std::string::npos);
  }
}
