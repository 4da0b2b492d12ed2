// How orders are recognized among the other objects of a JSON file.
#include "import/json/json_shapes.h"

#include <nlohmann/json.hpp>

#include "support/catch.h"

using namespace aliprotect;
using nlohmann::json;

TEST_CASE("json shapes: kinds of objects") {
  struct Row {
    const char* name;
    const char* object;
    std::optional<JsonShape> shape;
  };
  const Row rows[] = {
      {"our own", R"({"number":"3051000000011234"})", JsonShape::own},
      {"our own, with a status",
       R"({"number":"3051000000011234","order_status":"x","gmt_create":"x"})", JsonShape::own},
      {"a listed order", R"({"orderId":"1","orderDateText":"x"})", JsonShape::listed_order},
      {"one without a date", R"({"orderId":"1","orderLines":[]})", JsonShape::listed_order},
      {"an order of the interface", R"({"gmt_create":"x","order_status":"y"})",
       JsonShape::interface_order},
      {"in the other spelling", R"({"gmtCreate":"x","orderStatus":"y"})",
       JsonShape::interface_order},
      {"without a status", R"({"gmt_create":"x","over_time_left":"y"})",
       JsonShape::interface_order},
      {"without a date", R"({"order_status":"x","logistics_info_list":[]})",
       JsonShape::interface_order},
      {"a line of an inventory", R"({"orderId":"1","orderDate":"x","title":"y"})",
       JsonShape::inventory_line},
      {"nothing", R"({})", std::nullopt},
      {"a number of something else", R"({"number":"7"})", std::nullopt},
      {"a number of a page", R"({"number":3051000000011234,"content":[]})", std::nullopt},
      {"a number alone", R"({"orderId":"3051000000011234"})", std::nullopt},
      {"a logged step", R"({"id":1,"order_id":2,"gmt_create":"x","gmt_modified":"y"})",
       std::nullopt},
      {"a dispute", R"({"id":1,"order_id":2,"gmt_create":"x","issue_status":"y"})", std::nullopt},
      {"a question for orders", R"({"order_status":"x","page_size":"50"})", std::nullopt},
      {"an order without the date of an inventory", R"({"orderId":"1","title":"y"})", std::nullopt},
      {"the block around a listed order", R"({"id":"1","tag":"pc_om_list_order","fields":{}})",
       std::nullopt},
      {"null is not there", R"({"gmt_create":"x","order_status":null})", std::nullopt},
  };
  for (const Row& row : rows) {
    INFO(row.name);
    CHECK((shape_of(json::parse(row.object)) == row.shape));
  }
}

TEST_CASE("json shapes: invalid objects of our own") {
  for (const char* own : {"{}", R"({"number":7})", R"({"number":"7","colour":1})",
                          R"({"title":"x"})", R"({"id":1,"status":"x"})"}) {
    INFO(own);
    CHECK(is_meant_as_own(json::parse(own)));
  }
  for (const char* other : {"[]", "7", "null", R"("number")", R"({"title":"x","colour":1})",
                            R"({"data":{"number":"7"}})"}) {
    INFO(other);
    CHECK_FALSE(is_meant_as_own(json::parse(other)));
  }
}
