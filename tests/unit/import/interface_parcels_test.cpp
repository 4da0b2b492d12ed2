// Doubtful facts of parcels in responses of AliExpress's interfaces.
#include "unit/import/imported_json.h"

using namespace aliprotect;
using namespace aliprotect::testing;

namespace {

/// An order in transit with these `logistics`.
std::string with_parcels(const std::string& list) {
  return R"({"order_id":3051000000011234,"gmt_create":"2024-02-24 15:00:51",)"
         R"("order_status":"WAIT_BUYER_ACCEPT_GOODS","logistics":)" +
         list + "}";
}

std::string parcels(const std::string& list) {
  return parcels_of(import_order(with_parcels(list)));
}

}  // namespace

TEST_CASE("interface parcels: a repeated number is one parcel") {
  CHECK(parcels(R"([{"logistics_no":"EX1"},{"logistics_no":"EX1","logistics_service":"Post"}])") ==
        "EX1 Post - -");
  CHECK(parcels(R"([{"logistics_no":"EX1"},{"logistics_no":"ex1"}])") == "EX1 - - -");
  CHECK(parcels(R"([{"logistics_no":"EX1"},{"logistics_no":"EX2"}])") == "EX1 - - -; EX2 - - -");
  CHECK(parcels(R"([{"gmt_send":"2024-02-25 18:40:02"},{"gmt_send":"2024-02-26 18:40:02"}])") ==
        "- - 2024-02-26T02:40:02Z -; - - 2024-02-27T02:40:02Z -");
}

TEST_CASE("interface parcels: a rounded tracking number is skipped") {
  for (const char* number : {"4.2E+12", "\"4.2E+12\"", "\"4.20000e+12\""}) {
    INFO(number);
    const std::string order = with_parcels(R"([{"logistics_no":)" + std::string(number) + "}]");
    const ImportedFile file = import_text(order);
    CHECK(parcels_of(file.orders.at(0)).starts_with("- "));
    CHECK(file.skipped.at(0).reason.find("a spreadsheet rounded it") != std::string::npos);
  }
}

TEST_CASE("interface parcels: a receipt in the future is skipped") {
  const auto read = [](const std::string& received) {
    return import_text(
        with_parcels(R"([{"logistics_no":"EX1","gmt_received":")" + received + "\"}]"));
  };
  const ImportedFile ahead = read("2026-11-20 04:00:01");
  CHECK(parcels_of(ahead.orders.at(0)) == "EX1 - - -");
  CHECK(ahead.skipped.at(0).field == "delivered_at");
  const ImportedFile now = read("2026-11-20 04:00:00");
  CHECK(parcels_of(now.orders.at(0)) == "EX1 - - 2026-11-20T12:00:00Z");
  CHECK(now.skipped.empty());
}
